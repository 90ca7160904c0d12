package dev.sandshell.shell;

import dev.sandshell.posix.PosixException;

/**
 * How lines of ours reach one session's shell, over all its restarts, and how it is known that it has run them. Confined
 * to the event loop.
 */
interface Channel extends AutoCloseable {
    /**
     * Gets ready for a shell that is about to be started.
     *
     * @param readsUserFiles whether it begins with the user's start-up files
     */
    Launch launch(boolean readsUserFiles) throws PosixException;

    /** The shell has been started; what is sent from now on is for it. */
    void begin(ShellProcess shell);

    /** Gives the shell lines to run, each of which stands alone, after all those before. */
    void send(String lines) throws PosixException;

    /**
     * The same for lines whose last one reports.
     *
     * @param number what the report is known by
     */
    void ask(String lines, long number) throws PosixException;

    /** A report has come. */
    void reported(long number);

    /** Whether the shell has taken all that it was sent. */
    boolean isAllTaken();

    /** Whether the shell runs neither a line of ours nor, where anybody can type, a command of theirs. */
    boolean isAtTopLevel(int shell);

    /** Throws away what a shell that has ended left untaken. */
    void forget();

    @Override
    void close();
}
