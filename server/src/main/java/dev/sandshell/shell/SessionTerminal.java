package dev.sandshell.shell;

import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.PosixException;
import dev.sandshell.session.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of one session over the restarts of its shell: each process has one of its own; the size, whether it is
 * read, and what is typed between two of them is kept here. Confined to the event loop.
 */
final class SessionTerminal {
    private static final Logger LOG = Logger.getLogger(SessionTerminal.class.getName());

    private final EventLoop loop;
    private final long maxWaiting;
    private final Terminal.Sink printed;
    private final ByteArrayOutputStream typedBefore = new ByteArrayOutputStream();
    private TerminalSize size;
    private boolean isReading = true;
    private @Nullable Terminal current;

    /**
     * Has no terminal yet.
     *
     * @param maxWaiting how many typed bytes may wait for programs to read them
     * @param printed told what the terminals show
     */
    SessionTerminal(EventLoop loop, TerminalSize size, long maxWaiting, Terminal.Sink printed) {
        this.loop = loop;
        this.size = size;
        this.maxWaiting = maxWaiting;
        this.printed = printed;
    }

    TerminalSize size() {
        return size;
    }

    /** A process with a terminal has begun. */
    void begin(Terminal terminal) throws PosixException {
        current = terminal;
        terminal.setReading(isReading);
        terminal.serve(loop, printed);
        // It was made with the size of back then.
        terminal.resize(size);
        byte[] waiting = typedBefore.toByteArray();
        typedBefore.reset();
        try {
            terminal.type(waiting, maxWaiting);
        } catch (RefusedException impossible) {
            throw new IllegalStateException("an empty queue was full", impossible);
        }
    }

    /** That process has ended; its terminal is closed by whoever made it. */
    void end() {
        current = null;
    }

    /** Types, or keeps it for the next process. */
    void type(byte[] bytes) throws RefusedException {
        if (current != null) {
            current.type(bytes, maxWaiting);
        } else if (typedBefore.size() + (long) bytes.length > maxWaiting) {
            throw full();
        } else {
            typedBefore.writeBytes(bytes);
        }
    }

    /** What is said where no more can wait. */
    static RefusedException full() {
        return new RefusedException(
                RefusalCode.QUEUE_FULL, "the shell is not there yet, and too much waits for it; type again later");
    }

    void resize(TerminalSize newSize) {
        size = newSize;
        if (current != null) {
            try {
                current.resize(newSize);
            } catch (PosixException e) {
                LOG.log(Level.WARNING, "a terminal could not be resized", e);
            }
        }
    }

    /** Stops or resumes reading what programs print on it. */
    void setReading(boolean reading) {
        isReading = reading;
        if (current != null) {
            current.setReading(reading);
        }
    }
}
