package dev.sandshell.cli;

import java.io.IOException;
import java.util.List;

/** {@code sandshell serve}: speaks the protocol with one client. */
final class ServeCommand implements Subcommand {
    private final Services services;

    ServeCommand(Services services) {
        this.services = services;
    }

    @Override
    public String help() {
        return """
                Usage: sandshell serve [--stdio | --pipe=PATH | --socket=PORT] [OPTION]...

                Serves one client: LSP framing, JSON-RPC 2.0. It ends when the client says so or goes, and with
                it all that it started.

                Where the client is:
                  --stdio                on standard input and output (the default)
                  --pipe=PATH            listening on a Unix domain socket
                  --socket=PORT          listening on a TCP port of this machine; --port is the same

                Options:
                  --clientProcessId=PID  end when this process ends
                  --log-file=PATH        log there instead of to standard error
                  -h, --help             say this
                """;
    }

    @Override
    public List<String> flags() {
        return List.of("--stdio");
    }

    @Override
    public List<String> valued() {
        return List.of("--pipe", "--socket", "--port", "--clientProcessId", "--log-file");
    }

    @Override
    public int run(Arguments arguments) throws UsageException, IOException {
        arguments.noOperands();
        String pipe = arguments.value("--pipe");
        Integer port = arguments.number(arguments.value("--port") == null ? "--socket" : "--port");
        int ways = (arguments.has("--stdio") ? 1 : 0) + (pipe == null ? 0 : 1) + (port == null ? 0 : 1);
        if (ways > 1) {
            throw new UsageException("--stdio, --pipe and --socket exclude each other");
        }
        return services.serve(
                new ServeOptions(pipe, port, arguments.number("--clientProcessId"), arguments.value("--log-file")));
    }
}
