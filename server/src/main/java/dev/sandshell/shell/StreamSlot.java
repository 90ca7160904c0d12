package dev.sandshell.shell;

import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.Fifo;
import dev.sandshell.posix.PosixException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The place of one command at a time: the file that its text is sourced from, the FIFOs of its streams, and the readers
 * of its output. Made once, used again when nothing holds it any more. Confined to the event loop.
 */
final class StreamSlot implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StreamSlot.class.getName());

    private final SessionFolder folder;
    private final int number;
    private final Descriptor command;
    private final StreamReader stdout;
    private final StreamReader stderr;
    private @Nullable String terminal;

    StreamSlot(EventLoop loop, SessionFolder folder, int number) throws PosixException {
        this.folder = folder;
        this.number = number;
        for (String fifo : List.of(stdinFifo(), stdoutFifo(), stderrFifo())) {
            // An attempt that failed half-way may have left it.
            folder.remove(fifo);
            Fifo.make(fifo);
        }
        command = Descriptor.create(folder.file(commandFile()));
        try {
            stdout = new StreamReader(loop, stdoutFifo());
        } catch (PosixException e) {
            command.close();
            throw e;
        }
        try {
            stderr = new StreamReader(loop, stderrFifo());
        } catch (PosixException e) {
            stdout.close();
            command.close();
            throw e;
        }
    }

    /** The command of now runs on this terminal; without one, its streams are the FIFOs. */
    void runOn(@Nullable String terminalPath) {
        terminal = terminalPath;
    }

    @Nullable
    String terminal() {
        return terminal;
    }

    /** Gets ready for the next command, which may come later or never. */
    void prepare() {
        try {
            stdout.keep();
            stderr.keep();
        } catch (PosixException e) {
            // The command that comes will meet it, and say so.
            LOG.log(Level.FINE, "a slot could not be prepared", e);
        }
    }

    SessionFolder folder() {
        return folder;
    }

    /** Puts the next command into its script, which stays open: looking it up each time would take longer than writing. */
    void writeCommand(String text) throws PosixException {
        command.replaceContent(text.getBytes(StandardCharsets.UTF_8), SessionFolder.buffer());
    }

    /** The name, in the folder, of the script that is the command. */
    String commandFile() {
        return "command" + number;
    }

    String inputFile() {
        return "input" + number;
    }

    /** What precedes a call with a folder or an environment of its own. */
    String prologueFile() {
        return "prologue" + number;
    }

    String stdinFifo() {
        return folder.file("in" + number);
    }

    String stdoutFifo() {
        return folder.file("out" + number);
    }

    String stderrFifo() {
        return folder.file("err" + number);
    }

    StreamReader stdout() {
        return stdout;
    }

    StreamReader stderr() {
        return stderr;
    }

    @Override
    public void close() {
        stdout.close();
        stderr.close();
        command.close();
    }
}
