package dev.sandshell.shell;

import dev.sandshell.posix.BlockedRead;
import dev.sandshell.posix.ProcessTable;
import java.util.Optional;

/**
 * The input of a command that was left open for the client to write to. {@link #findReader} belongs on a worker, the rest
 * is confined to the event loop. A pipe echoes nothing, so nothing on it is more of a secret than else.
 */
final class OpenInput implements InputWatch.Source {
    private final StreamSlot slot;
    private final InputWriter writer;
    private final CommandProcesses processes;

    OpenInput(StreamSlot slot, InputWriter writer, CommandProcesses processes) {
        this.slot = slot;
        this.writer = writer;
        this.processes = processes;
    }

    @Override
    public Optional<BlockedRead> findReader() {
        return processes.findReader(this::isFromHere);
    }

    private boolean isFromHere(BlockedRead read) {
        return ProcessTable.openFile(read.pid(), Integer.toString(read.descriptor()))
                .equals(Optional.of(slot.stdinFifo()));
    }

    @Override
    public boolean isExhausted() {
        return writer.isDrained()
                && slot.stdout().isDelivered()
                && slot.stderr().isDelivered();
    }

    @Override
    public boolean isSecret() {
        return false;
    }
}
