package dev.sandshell.cli;

import java.io.IOException;
import java.util.List;

/** {@code sandshell exec}: runs commands in a session of a server of its own. */
final class ExecCommand implements Subcommand {
    private final Services services;

    ExecCommand(Services services) {
        this.services = services;
    }

    @Override
    public String help() {
        return """
                Usage: sandshell exec [OPTION]... COMMAND...

                Runs each COMMAND in turn in one shell, so that the next sees what the one before has changed. Output
                goes to standard output and standard error as it comes. Quote a command that has arguments:

                  sandshell exec 'cd src' 'x=1' 'ls -la; echo $x'

                Options:
                  --timeout=TIME    stop a command that runs longer: 500ms, 10s, 2m, 1h
                  --json            print one line of JSON a command, its result, instead of its output
                  --cwd=DIR         begin there
                  --env=NAME=VALUE  with this variable set; may be given more than once
                  --shell=NAME      bash (the default), zsh, sh, or a path
                  --session=ID      the session's name
                  -i, --stdin       give standard input to the last command; otherwise commands have none
                  -h, --help        say this

                Ctrl-C interrupts the command, twice kills it; what would come after it is left out.

                Exit code: the last command's; 128+N when signal N ended it, 124 when it ran out of time, 125 when
                Sandshell could not do its part, 2 when it was not understood.
                """;
    }

    @Override
    public List<String> flags() {
        return List.of("--json", "-i", "--stdin");
    }

    @Override
    public List<String> valued() {
        return List.of("--session", "--timeout", "--cwd", "--env", "--shell");
    }

    @Override
    public int run(Arguments arguments) throws UsageException, IOException {
        ExecOptions options = ExecOptions.of(arguments);
        CommandOutput output = new CommandOutput(
                services.stdout(), services.stderr(), new ProgressLine(services.stderr(), services.isStderrTerminal()));
        try (ServerClient client = ServerClient.start(services, output)) {
            return new ExecRun(options, client, output, services.stdin()).run();
        }
    }
}
