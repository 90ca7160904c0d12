package dev.sandshell.cli;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code sandshell exec}: runs commands in a session of a server of its own. */
final class ExecCommand implements Subcommand {
    private final Services services;

    ExecCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Subcommand.command(
                "exec",
                "Runs commands, one after the other, in one shell.",
                "Runs each COMMAND in turn in one shell, so that the next sees what the one before has changed. Output goes"
                        + " to standard output and standard error as it comes. Quote a command that has arguments:"
                        + "%n%n  sandshell exec 'cd src' 'x=1' 'ls -la; echo $x'");
        ExecOptions.declare(spec);
        spec.usageMessage()
                .footer("%nCtrl-C interrupts the command, twice kills it; what would come after it is left out.")
                .exitCodeListHeading("%nExit code:%n")
                .exitCodeList(ImmutableMap.of(
                        "N", "The last command's.",
                        "128+N", "Signal N ended it.",
                        "124", "It ran out of time.",
                        "125", "Sandshell could not do its part.",
                        "2", "The command line was not understood."));
        return spec;
    }

    @Override
    public int run(ParseResult given) throws IOException {
        ExecOptions options = ExecOptions.of(given);
        CommandOutput output = new CommandOutput(
                services.stdout(), services.stderr(), new ProgressLine(services.stderr(), services.isStderrTerminal()));
        try (ServerClient client = ServerClient.start(services, output)) {
            return new ExecRun(options, client, output, services.stdin()).run();
        }
    }
}
