package dev.sandshell.shell;

import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.PosixException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the shell runs when it reads our key. It is empty but between our typing the key and the shell's reading it: a turn
 * empties it first of all. Confined to the event loop.
 */
final class TurnFile implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TurnFile.class.getName());

    private final Descriptor file;

    TurnFile(SessionFolder folder) throws PosixException {
        file = Descriptor.create(folder.file(LineEditor.TURN_FILE));
    }

    void write(String turn) throws PosixException {
        file.replaceContent(turn.getBytes(StandardCharsets.UTF_8), SessionFolder.buffer());
    }

    /** Whether the turn that was written last has begun. */
    boolean isTaken() {
        return file.available() == 0;
    }

    /** Whatever reads our key now runs nothing. */
    void takeBack() {
        try {
            file.replaceContent(new byte[0], SessionFolder.buffer());
        } catch (PosixException e) {
            LOG.log(Level.WARNING, "a turn could not be taken back", e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
