package dev.sandshell.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sandshell serve}: speaks the protocol with one client. */
@Command(
        name = "serve",
        description = "Serve one client: LSP framing, JSON-RPC 2.0, on stdio unless told otherwise.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    /** Ways to reach the client; one at most. */
    static final class Transport {
        @Option(names = "--stdio", description = "Speak on standard input and output (the default).")
        boolean isStdio;

        @Option(names = "--pipe", paramLabel = "PATH", description = "Connect to a Unix domain socket.")
        @Nullable
        String pipe;

        @Option(
                names = {"--socket", "--port"},
                paramLabel = "PORT",
                description = "Connect to a loopback TCP port.")
        @Nullable
        Integer port;
    }

    private final Services services;

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Transport transport = new Transport();

    @Option(names = "--clientProcessId", paramLabel = "PID", description = "End when this process ends.")
    private @Nullable Integer clientProcessId;

    @Option(names = "--log-file", paramLabel = "PATH", description = "Log to a file instead of standard error.")
    private @Nullable String logFile;

    ServeCommand(Services services) {
        this.services = services;
    }

    @Override
    public Integer call() throws Exception {
        return services.serve(new ServeOptions(transport.pipe, transport.port, clientProcessId, logFile));
    }
}
