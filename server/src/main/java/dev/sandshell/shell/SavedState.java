package dev.sandshell.shell;

import dev.sandshell.posix.PosixException;
import java.util.Optional;

/**
 * The last known state of one session's shell, in two files of which one is whole at any time, and a third that the shell
 * writes when it exits. Confined to the event loop.
 *
 * <p>It also keeps our end-of-shell hook armed: a user who sets, replaces or removes an EXIT trap finds it as they left
 * it, with one line of ours before it.
 */
final class SavedState {
    static final String SNAPSHOT_FILE = "snapshot";

    private static final String TRAP = "trap -- '";
    private static final String EXIT_FILE = "state-exit";
    private static final String HOOK_FILE = "exit-hook";
    private static final String ARMING_FILE = "arm-hook";

    private final SessionFolder folder;
    private final ControlLines lines;
    private boolean isFirstCurrent;
    private boolean hasState;
    private boolean hasExitState;

    SavedState(SessionFolder folder, ControlLines lines, Dialect dialect) throws PosixException {
        this.folder = folder;
        this.lines = lines;
        folder.write(SNAPSHOT_FILE, dialect.snapshot());
        folder.write(HOOK_FILE, lines.exitScript(SNAPSHOT_FILE, EXIT_FILE));
    }

    /** The file that the next snapshot goes to. */
    String nextFile() {
        return isFirstCurrent ? "state-2" : "state-1";
    }

    /** The snapshot is whole. */
    void taken() {
        isFirstCurrent = !isFirstCurrent;
        hasState = true;
        hasExitState = false;
    }

    /** The shell has written its last state. */
    void exiting() {
        hasExitState = true;
    }

    /** The newest whole state. */
    Optional<String> newest() {
        if (hasExitState) {
            return Optional.of(EXIT_FILE);
        }
        return hasState ? Optional.of(isFirstCurrent ? "state-1" : "state-2") : Optional.empty();
    }

    /** Forgets everything, for a shell without a past. */
    void clear() {
        hasState = false;
        hasExitState = false;
    }

    /** What sets the hook in a shell that has no EXIT trap. */
    String arming() {
        return "trap " + Quoting.quote(lines.hook(HOOK_FILE)) + " EXIT\n";
    }

    /**
     * Looks whether the newest state still has the hook.
     *
     * @return the name of a script that sets it again, before what the user has put there
     */
    Optional<String> rearming() throws PosixException {
        String state = "\n" + newest().map(folder::read).orElse("");
        String own = exitTrap(state);
        if (own.contains(folder.file(HOOK_FILE))) {
            return Optional.empty();
        }
        String hook = Quoting.quote(lines.hook(HOOK_FILE));
        String opened = hook.substring(0, hook.length() - 1);
        folder.write(ARMING_FILE, "trap -- " + opened + (own.isEmpty() ? "" : "\n" + own) + "' EXIT\n");
        return Optional.of(ARMING_FILE);
    }

    /** The text of the EXIT trap, quoted as the shell has printed it; nothing where there is none. */
    private static String exitTrap(String state) {
        int end = state.lastIndexOf("' EXIT\n");
        int start = end < 0 ? -1 : state.lastIndexOf("\n" + TRAP, end);
        return start < 0 ? "" : state.substring(start + 1 + TRAP.length(), end);
    }
}
