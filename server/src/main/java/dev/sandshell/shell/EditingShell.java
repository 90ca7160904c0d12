package dev.sandshell.shell;

import dev.sandshell.posix.BlockedRead;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.TerminalModes;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What can be seen from outside of a shell that reads its terminal with a line editor. Confined to the event loop. */
final class EditingShell {
    private static final Logger LOG = Logger.getLogger(EditingShell.class.getName());

    private final ShellProcess process;
    private @Nullable TerminalModes editing;
    private boolean hasChosen;
    private boolean runsTheirs;

    EditingShell(ShellProcess process) {
        this.process = process;
    }

    Terminal terminal() {
        return process.terminal();
    }

    /** Whether the terminal hands out lines, and not single keys. */
    boolean isByLine() {
        try {
            return terminal().modes().isByLine();
        } catch (PosixException e) {
            return false;
        }
    }

    /** Whether what waits for a key is its line editor. This is how it wants its terminal then. */
    boolean isAtTheirLine() {
        if (isElsewhere()) {
            return false;
        }
        edits();
        return true;
    }

    private void edits() {
        try {
            TerminalModes modes = terminal().modes();
            if (!modes.isByLine()) {
                editing = modes;
            }
        } catch (PosixException e) {
            LOG.log(Level.FINE, "the modes of a terminal could not be looked up", e);
        }
    }

    /** It has reported that it begins with what a person has typed. */
    void runsTheirs() {
        runsTheirs = true;
    }

    /** It has reported that it shows its prompt. */
    void prompted() {
        runsTheirs = false;
    }

    /**
     * Whether it is something of theirs that waits for a key. A shell whose prompts are not reported any more is known by
     * how its editor has the terminal.
     */
    private boolean isElsewhere() {
        if (runsTheirs && isSetAsForEditing()) {
            runsTheirs = false;
        }
        return runsTheirs;
    }

    /** Whether its terminal is, in every detail, as it was when it edited a line. */
    private boolean isSetAsForEditing() {
        try {
            return terminal().modes().equals(editing);
        } catch (PosixException e) {
            return false;
        }
    }

    /**
     * Whether it waits for the next key: it has read all that was typed, and sleeps in the foreground of a terminal that
     * hands out single keys. What is typed right after such an answer is read by its line editor.
     *
     * @param mayBeByLine whether the terminal has been made to collect lines already, for the turn to come
     */
    boolean isWaiting(boolean mayBeByLine) {
        try {
            if (!mayBeByLine && terminal().modes().isByLine() && BlockedRead.isChoosingInput(process.pid())) {
                // Its editor waits, for a key, on a terminal that it does not know to have been put back.
                keepEditing();
            }
            // In this order: what it has read by now it has either begun with, and is seen at work, or it waits for the
            // next; and what it runs for the user it runs on a terminal that hands out lines.
            return !terminal().hasUnreadInput()
                    && isAsleep()
                    && isChoosing()
                    && (mayBeByLine || !terminal().modes().isByLine());
        } catch (PosixException e) {
            return false;
        }
    }

    /** Whether it waits in the way that its editor does, once that has been seen to have one of its own. */
    private boolean isChoosing() {
        boolean isChoosing = BlockedRead.isChoosingInput(process.pid());
        hasChosen |= isChoosing;
        return isChoosing || !hasChosen;
    }

    /** How many of these keys, up to the last such one, the terminal makes signals of. */
    int endOfSignals(byte[] keys) {
        try {
            TerminalModes modes = terminal().modes();
            int end = keys.length;
            while (end > 0 && !modes.makesSignalOf(keys[end - 1])) {
                end--;
            }
            return end;
        } catch (PosixException e) {
            return 0;
        }
    }

    /** Whether the shell, and no program, is what the terminal serves, and has nothing to do. */
    boolean isAsleep() {
        int pid = process.pid();
        return ProcessTable.entry(pid)
                        .map(entry -> entry.state() == 'S' && entry.foregroundGroup() == entry.group())
                        .orElse(false)
                && isAtTopLevel()
                && !ProcessTable.waitsForOthers(pid);
    }

    /** Whether no line of ours runs: those have a standard error of their own. */
    boolean isAtTopLevel() {
        return ProcessTable.openFile(process.pid(), "2")
                .equals(Optional.of(terminal().path()));
    }

    /** A program that is killed has the shell put its terminal back as it was at its start, while its editor goes on. */
    void keepEditing() {
        TerminalModes modes = editing;
        if (modes != null && isByLine()) {
            try {
                terminal().setModes(modes);
            } catch (PosixException e) {
                LOG.log(Level.WARNING, "a terminal could not be set", e);
            }
        }
    }
}
