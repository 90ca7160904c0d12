package dev.sandshell.intellij.core.server;

import java.io.IOException;

/**
 * Commands of the server's command line that an IDE runs for its user. Each waits for its end, so none is for the UI
 * thread; interrupting the thread ends the program.
 */
public final class ServerCommands {
    /** The exit code of {@link #restartDaemon} that has done nothing, since something runs; it prints what. */
    public static final int COMMANDS_RUN = 1;

    private final ServerProgram program;

    public ServerCommands(ServerProgram program) {
        this.program = program;
    }

    /**
     * Puts a new daemon into the place of the one that runs, with its sessions.
     *
     * @param isForced also where that ends commands
     */
    public Printed restartDaemon(boolean isForced) throws IOException, InterruptedException {
        return isForced ? run("daemon", "restart", "--force") : run("daemon", "restart");
    }

    /** Says whether this machine has what Sandshell needs, and what to do where it has not. */
    public Printed doctor() throws IOException, InterruptedException {
        return run("doctor");
    }

    /** Any other. An exit code that is not 0 is an outcome; fails where it cannot be run at all. */
    public Printed run(String... args) throws IOException, InterruptedException {
        return CommandLine.runToEnd(program.command(args));
    }
}
