package dev.sandshell.shell;

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

    /**
     * Whether it waits for the next key, as far as can be told: it sleeps in the foreground of a terminal that hands out
     * single keys.
     *
     * @param mayBeByLine whether the terminal has been made to collect lines already, for the turn to come
     */
    boolean isWaiting(boolean mayBeByLine) {
        try {
            TerminalModes modes = terminal().modes();
            if ((modes.isByLine() && !mayBeByLine) || !isAsleep()) {
                return false;
            }
            if (!modes.isByLine()) {
                editing = modes;
            }
            return true;
        } catch (PosixException e) {
            return false;
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
