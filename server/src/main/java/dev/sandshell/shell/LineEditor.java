package dev.sandshell.shell;

import dev.sandshell.posix.PosixException;

/**
 * What differs between shells that read commands with a line editor of their own: how they are started so that our key is
 * bound and their prompts are told of, and how a turn of ours is worded. Confined to the event loop.
 */
interface LineEditor {
    /** The key that has the shell run the file {@link #TURN_FILE}: Ctrl-^, which no shell binds by itself. */
    byte KEY = 0x1e;

    /** What the key runs. It is empty but between our typing the key and the shell's reading it. */
    String TURN_FILE = "turn";

    /** The script that binds the key and has prompts reported; twice is harmless. */
    String HOOKS_FILE = "hooks";

    /** What the files begin with that have a line of the history each; its number follows. */
    String TYPED_FILE = "typed-";

    /** What the file is called that has the last line of the history of a shell that exits. */
    String LAST_TYPED_FILE = "typed-last";

    /** What the shell shows when it begins with a turn, and when it is done with it; neither gets out of the server. */
    String BEGIN_MARK = "\033]5379;begin\007";

    String END_MARK = "\033]5379;end\007";

    /**
     * Writes what the shell reads at its start.
     *
     * @param readsUserFiles whether that includes the user's start-up files
     */
    Launch launch(boolean readsUserFiles) throws PosixException;

    /** Run once, before any other line, in a shell without a past. */
    String initialization(boolean readsUserFiles);

    /**
     * What a turn is to do.
     *
     * @param lines what is to be run
     * @param report the line that reports the status of the last of them, or of what was before
     * @param marks whether the marks are shown
     * @param showsMore whether it prints on the terminal itself, so that the line is to be painted anew after it
     * @param keepsLine whether the user may have typed a part of a line
     */
    record Wish(String lines, String report, boolean marks, boolean showsMore, boolean keepsLine) {}

    /** The script of a turn. */
    String turn(Wish wish);

    /** Whether an interrupt takes what is half typed, so that a turn tells it first where it is asked to. */
    boolean losesLine();

    /** Lines that bring back what was half typed, where an interrupt takes that, or nothing. */
    String restoring(String line, String position);

    /**
     * What the terminal shows when the user has ended a line: a mark of ours, or how the editor leaves the terminal to what
     * is to run now.
     */
    String beforeCommand();

    /** Whether the line is painted again after a turn, which then has to print the marks. */
    boolean paints();

    /**
     * Whether it sets its terminal each time that it goes on with a line, and may look before how that is. Then nobody else
     * may set it meanwhile.
     */
    boolean setsTerminal();

    /** Whether redirections are undone before the EXIT trap of a shell that a line of ours ends. */
    boolean unwindsBeforeExitTrap();

    /** What a shell runs when it exits, to tell what was typed last; nothing where it has told that before. */
    String beforeExit();

    /** A state that the shell has printed, without what the channel has put into it. */
    String withoutHooks(String state);
}
