package dev.sandshell.cli;

import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code sandshell serve}: speaks the protocol with one client. */
final class ServeCommand implements Subcommand {
    private static final int MAX_PORT = 65_535;

    private final Services services;

    ServeCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Subcommand.command(
                "serve",
                "Serves one client: LSP framing, JSON-RPC 2.0.",
                "It ends when the client says so or goes, and with it all that it started; but with --shared, what was"
                        + " started goes on in the daemon.");
        spec.addArgGroup(ArgGroupSpec.builder()
                .exclusive(true)
                .heading("%nWhere the client is:%n")
                .addArg(Subcommand.flag("On standard input and output (the default).", "--stdio"))
                .addArg(Subcommand.option("PATH", "Listening on a Unix domain socket.", "--pipe")
                        .build())
                .addArg(Subcommand.option("PORT", "Listening on a TCP port of this machine.", "--socket", "--port")
                        .type(Integer.class)
                        .converters(new PositiveConverter(MAX_PORT))
                        .build())
                .build());
        spec.addOption(Subcommand.flag(
                "Have the daemon serve, which is started where it is not running; on standard input and output.",
                SandshellCommand.SHARED));
        spec.addOption(Subcommand.idleTimeout());
        spec.addOption(Subcommand.option("PID", "End when this process ends.", "--clientProcessId")
                .type(Integer.class)
                .converters(new PositiveConverter())
                .build());
        spec.addOption(Subcommand.option("PATH", "Log there instead of to standard error.", "--log-file")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult given) throws IOException {
        boolean isShared = given.hasMatchedOption(SandshellCommand.SHARED);
        if (isShared && (given.hasMatchedOption("--pipe") || given.hasMatchedOption("--socket"))) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    "--shared is for standard input and output; 'sandshell daemon --print-socket' says where to connect");
        }
        return services.serve(new ServeOptions(
                given.matchedOptionValue("--pipe", (String) null),
                given.matchedOptionValue("--socket", (Integer) null),
                given.matchedOptionValue("--clientProcessId", (Integer) null),
                given.matchedOptionValue("--log-file", (String) null),
                isShared,
                given.matchedOptionValue("--idle-timeout", (Duration) null)));
    }
}
