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

    private static final String EXIT_FILE = "state-exit";
    private static final String HOOK_FILE = "exit-hook";
    private static final String ARMING_FILE = "arm-hook";

    /** How every shell begins what it prints of a trap. */
    private static final String TRAP = "\ntrap -- '";

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
        return "trap " + Quoting.quote(lines.hookText(HOOK_FILE)) + " EXIT\n";
    }

    /**
     * Looks whether the newest state still has the hook.
     *
     * @return the name of a script that sets it again, before what the user has put there
     */
    Optional<String> rearming() throws PosixException {
        String state = newest().map(folder::read).orElse("");
        String hook = Quoting.quote(lines.hookText(HOOK_FILE));
        String opened = hook.substring(0, hook.length() - 1);
        String own = exitTrap(state);
        if (("'" + own).startsWith(opened)) {
            return Optional.empty();
        }
        folder.write(ARMING_FILE, "trap -- " + opened + (own.isEmpty() ? "" : "\n" + own) + "' EXIT\n");
        return Optional.of(ARMING_FILE);
    }

    /** The command of the EXIT trap as the state quotes it, without the quotes around; empty where there is none. */
    private static String exitTrap(String state) {
        String own = "";
        for (int at = state.indexOf(TRAP); at >= 0; at = state.indexOf(TRAP, at + 1)) {
            int from = at + TRAP.length();
            int end = closingQuote(state, from);
            // What only looks like a trap, inside of another one, has its quotes escaped and ends at once.
            if (end >= 0 && state.startsWith(" EXIT\n", end + 1)) {
                own = state.substring(from, end);
            }
        }
        return own;
    }

    /** Where a quoted word ends: bash and zsh write a quote in it as {@code '\''}, dash writes {@code '"'"'}. */
    private static int closingQuote(String text, int from) {
        int at = text.indexOf('\'', from);
        while (at >= 0) {
            int next = at;
            if (text.startsWith("'\\''", at)) {
                next = at + 4;
            } else if (text.startsWith("'\"'", at)) {
                int inner = at + 2;
                while (text.startsWith("'", inner)) {
                    inner++;
                }
                next = text.startsWith("\"'", inner) ? inner + 2 : at;
            }
            if (next == at) {
                return at;
            }
            at = text.indexOf('\'', next);
        }
        return -1;
    }
}
