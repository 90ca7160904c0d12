package dev.sandshell.shell;

import dev.sandshell.posix.BlockedRead;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.TerminalModes;
import java.util.Optional;

/**
 * The terminal as the input of a command that runs on it. {@link #findReader} belongs on a worker, the rest is confined
 * to the event loop.
 *
 * <p>Whoever is in the background would be stopped for reading, so only the foreground's reads are for what is typed. A
 * program may have opened the terminal by its name or, as for passwords, as {@code /dev/tty}.
 */
final class TerminalInput implements InputWatch.Source {
    private static final String CONTROLLING_TERMINAL = "/dev/tty";

    private final Terminal terminal;
    private final CommandProcesses processes;

    TerminalInput(Terminal terminal, CommandProcesses processes) {
        this.terminal = terminal;
        this.processes = processes;
    }

    @Override
    public Optional<BlockedRead> findReader() {
        return processes.findReader(this::isOfTheForeground);
    }

    private boolean isOfTheForeground(BlockedRead read) {
        String file = ProcessTable.openFile(read.pid(), Integer.toString(read.descriptor()))
                .orElse("");
        return (file.equals(terminal.path()) || file.equals(CONTROLLING_TERMINAL))
                && processes.isInForeground(read.pid());
    }

    @Override
    public boolean isExhausted() {
        return terminal.isExhausted();
    }

    /**
     * Who asks for a secret switches the echo off and still reads lines. Line editors and full-screen programs, which show
     * what is typed in their own way, switch off both.
     */
    @Override
    public boolean isSecret() {
        try {
            TerminalModes modes = terminal.modes();
            return !modes.isEchoing() && modes.isByLine();
        } catch (PosixException closed) {
            return false;
        }
    }
}
