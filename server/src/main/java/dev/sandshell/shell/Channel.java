package dev.sandshell.shell;

import dev.sandshell.posix.PosixException;
import dev.sandshell.session.ShellEnd;
import java.util.List;

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
     * The same, and then a line that reports.
     *
     * @param number what the report is known by
     */
    void ask(String lines, String report, long number) throws PosixException;

    /** What is asked next is a command, which gets the terminal for that time where it has requested it. */
    void commandFollows();

    /** Whether the shell has taken all that it was sent. */
    boolean isAllTaken();

    /** Whether the shell runs no line of ours: it is about to take one, or what is typed in it. */
    boolean isAtTopLevel(int shell);

    /** Whether the shell waits for a line of ours, and would run it at once. */
    boolean isWaiting(int shell);

    /** The command that runs is about to be interrupted. */
    void interrupting();

    /** Whether a process group that a shell without a line of ours to run waits for is what is left of such a command. */
    boolean isLeftBehind(int group);

    /**
     * Takes lines back that the shell has not begun with, because a person's command runs.
     *
     * @param number what their report is known by, or 0 for lines that are to follow those that wait
     * @return whether they were still to be taken back
     */
    boolean withdraw(long number);

    /** A report has come. */
    void told(ReportParser.Kind kind, long number, List<String> fields);

    /** Whether the shell prompts for each line of ours, and runs what the user has it run then. */
    boolean prompts();

    /** Whether redirections are undone before the EXIT trap of a shell that a line of ours ends. */
    boolean unwindsBeforeExitTrap();

    /** What a shell without a past is told first. */
    String initialization(boolean readsUserFiles);

    /** What a shell is told once it has taken over the state of another. */
    String afterState();

    /** What a shell runs when it exits, for its reports; may be nothing. */
    String beforeExit();

    /** The shell has ended, and all that it has reported has been told. */
    void ended(ShellEnd end);

    /** A state that the shell has printed, without what this has put into it. */
    String withoutHooks(String state);

    /**
     * Throws away what a shell that has ended left untaken.
     *
     * @param keepsKeys whether what a person has typed ahead is for the next one
     */
    void forget(boolean keepsKeys);

    @Override
    void close();
}
