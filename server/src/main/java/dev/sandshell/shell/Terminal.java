package dev.sandshell.shell;

import com.pty4j.unix.Pty;
import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.NativeBuffer;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.TerminalModes;
import dev.sandshell.posix.WindowSize;
import dev.sandshell.session.TerminalSize;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The master's side of one shell's terminal: what its programs print comes out here, and what is typed goes in.
 *
 * <p>{@link #open} and {@link #path} may be called from any thread; everything else is confined to the event loop, and no
 * call blocks. After {@link #close} nothing is told, and what is typed is forgotten.
 */
final class Terminal implements AutoCloseable {
    /** Where what is printed goes. */
    @FunctionalInterface
    interface Sink {
        /** The array is used again after the call. */
        void bytes(byte[] bytes, int length);
    }

    private static final Logger LOG = Logger.getLogger(Terminal.class.getName());

    /** The most that is delivered at once; the system hands out about 4 KiB at a time. */
    private static final int CHUNK = 64 * 1024;

    /** Held by the kernel at most, so reading to the end of what is there comes to an end. */
    private static final int MAX_LAST_CHUNKS = 4;

    private static final ThreadLocal<NativeBuffer> BUFFERS =
            ThreadLocal.withInitial(() -> NativeBuffer.allocate(CHUNK));
    private static final ThreadLocal<byte[]> BYTES = ThreadLocal.withInitial(() -> new byte[CHUNK]);

    private final Pty pty;
    private final Descriptor master;
    private final TerminalModes fresh;
    private @Nullable TypedKeys keys;
    private @Nullable EventLoop loop;
    private @Nullable Sink sink;
    private @Nullable Descriptor slave;
    private boolean isReading = true;
    private boolean hasTurn;
    private boolean isClosed;

    private Terminal(Pty pty, Descriptor master, TerminalModes fresh) {
        this.pty = pty;
        this.master = master;
        this.fresh = fresh;
    }

    /** Makes a terminal that nobody uses yet. */
    static Terminal open(TerminalSize size) throws IOException {
        Pty pty = new Pty();
        try {
            Descriptor master = Descriptor.adopt(pty.getMasterFD()).nonBlocking();
            TerminalModes fresh = TerminalModes.of(master).inUtf8();
            fresh.applyTo(master);
            Terminal terminal = new Terminal(pty, master, fresh);
            terminal.resize(size);
            return terminal;
        } catch (PosixException e) {
            pty.close();
            throw e;
        }
    }

    /** The side that programs open, such as {@code /dev/pts/7}. */
    String path() {
        return pty.getSlaveName();
    }

    int masterNumber() {
        return master.number();
    }

    /**
     * Begins to read it, and to type.
     *
     * @param typed what waits to be typed; forgotten at the end
     */
    void serve(EventLoop servingLoop, Sink servedSink, TypedKeys typed) throws PosixException {
        keys = typed;
        loop = servingLoop;
        sink = servedSink;
        servingLoop.watchBothWays(master, canGoOn -> {
            read();
            flush();
        });
    }

    /** Stops or resumes reading; a program that prints on a terminal that nobody reads waits. */
    void setReading(boolean reading) {
        isReading = reading;
        if (reading) {
            readSoon();
        }
    }

    private void readSoon() {
        if (!hasTurn && loop != null) {
            hasTurn = true;
            loop.execute(() -> {
                hasTurn = false;
                read();
            });
        }
    }

    private void read() {
        if (isReading) {
            readChunk();
        }
    }

    /** Delivers what is there, whether or not it is to be read: its shell has ended, so there is no more to hold back. */
    void readRest() {
        for (int i = 0; i < MAX_LAST_CHUNKS && readChunk(); i++) {
            // Goes on.
        }
    }

    /**
     * Delivers what is there, up to a chunk; answers whether there may be more. Whoever asked, the rest is read as well where
     * it is to be: a terminal that is full tells of nothing new.
     */
    boolean readChunk() {
        Sink target = sink;
        if (isClosed || target == null) {
            return false;
        }
        NativeBuffer buffer = BUFFERS.get();
        buffer.bytes().clear();
        // That no program has it open says nothing: the next may open it.
        while (buffer.bytes().hasRemaining() && master.read(buffer) > 0) {
            // Goes on.
        }
        boolean isFull = !buffer.bytes().hasRemaining();
        int count = buffer.bytes().position();
        if (count > 0) {
            byte[] bytes = BYTES.get();
            buffer.bytes().flip().get(bytes, 0, count);
            target.bytes(bytes, count);
        }
        if (isFull && isReading) {
            // One chunk a turn: others get theirs in between.
            readSoon();
        }
        return isFull;
    }

    /**
     * Types what waits: programs read it as if it came from a keyboard, and the terminal echoes it and makes signals of it
     * as its modes say.
     */
    void flush() {
        if (!isClosed && keys != null) {
            keys.flushTo(master);
        }
    }

    /** Delivers what is there, where it is read; whether that is all, and programs can read all that was typed. */
    boolean isExhausted() {
        return !isClosed && isReading && !readChunk() && (keys == null || keys.isEmpty());
    }

    /** Whether programs have still to read what was typed, where it is handed out by the key. */
    boolean hasUnreadInput() throws PosixException {
        if (keys != null && !keys.isEmpty()) {
            return true;
        }
        if (slave == null) {
            slave = Descriptor.openTerminal(path());
        }
        return slave.hasInput();
    }

    /** Changes the size of its screen; its foreground processes get SIGWINCH where that is news. */
    void resize(TerminalSize size) throws PosixException {
        master.resizeTerminal(new WindowSize(size.rows(), size.cols()));
    }

    /** Whether what is typed shows; a program that asks for a secret has switched that off. */
    boolean isEchoing() throws PosixException {
        return TerminalModes.of(master).isEchoing();
    }

    /** How it treated what goes through it before anybody changed that. */
    TerminalModes freshModes() {
        return fresh;
    }

    /** How it treats what goes through it now. */
    TerminalModes modes() throws PosixException {
        return TerminalModes.of(master);
    }

    /** Has it treat things as it did when these modes were looked up. */
    void setModes(TerminalModes modes) throws PosixException {
        modes.applyTo(master);
    }

    boolean isOpen() {
        return !isClosed;
    }

    /** Lets go of it: who still has it open is hung up. Twice is harmless. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        if (keys != null) {
            keys.forget();
        }
        if (loop != null) {
            loop.unwatch(master);
        }
        if (slave != null) {
            slave.close();
        }
        try {
            pty.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a terminal could not be closed", e);
        }
    }
}
