package dev.sandshell.app;

import dev.sandshell.cli.SandshellCommand;

/** Where the program begins. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        StdioGuard stdio = StdioGuard.take();
        int exitCode = SandshellCommand.run(new CommandServices(stdio, CallersLocale.in(System.getenv())), arguments);
        System.exit(exitCode);
    }
}
