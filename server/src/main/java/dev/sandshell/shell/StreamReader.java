package dev.sandshell.shell;

import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.NativeBuffer;
import dev.sandshell.posix.PosixException;
import org.jspecify.annotations.Nullable;

/**
 * The reading end of one output FIFO, open for the life of its slot and used by one command after the other. Confined to
 * the event loop.
 *
 * <p>While a command runs, "no writer" may only mean "not opened yet", so it counts as the end only once the shell has
 * reported: {@link #settle} reads what is there and tells whether somebody still holds it.
 */
final class StreamReader implements CommandStream, AutoCloseable {
    /** The most that one chunk holds. */
    private static final int CHUNK = 64 * 1024;

    /** How much one stream may deliver before others get their turn. */
    private static final int READS_PER_TURN = 16;

    private static final int LARGE_PIPE = 1 << 20;

    private static final ThreadLocal<NativeBuffer> BUFFERS =
            ThreadLocal.withInitial(() -> NativeBuffer.allocate(CHUNK));
    private static final ThreadLocal<byte[]> BYTES = ThreadLocal.withInitial(() -> new byte[CHUNK]);

    private final EventLoop loop;
    private final String path;
    private final Descriptor fifo;
    private @Nullable Descriptor keeper;
    private @Nullable Sink sink;
    private boolean isReading = true;
    private boolean isSettling;
    private boolean isSettled;
    private boolean isLarge;
    private boolean hasTurn;

    StreamReader(EventLoop loop, String path) throws PosixException {
        this.loop = loop;
        this.path = path;
        fifo = Descriptor.openForReading(path);
        try {
            loop.watch(fifo, this::changed);
        } catch (PosixException e) {
            fifo.close();
            throw e;
        }
    }

    /**
     * Holds the writing end too, until the shell reports: the first writer that comes and the last that goes wake the
     * reader for nothing, which a short command feels.
     */
    void keep() throws PosixException {
        if (keeper == null && fifo.isOpen()) {
            keeper = Descriptor.openForWriting(path);
        }
    }

    @Override
    public void begin(Sink next) throws PosixException {
        keep();
        sink = next;
        isReading = true;
        isSettling = false;
        isSettled = false;
    }

    @Override
    public void settle() {
        isSettling = true;
        letGo();
        read();
    }

    private void letGo() {
        if (keeper != null) {
            keeper.close();
            keeper = null;
        }
    }

    @Override
    public void setReading(boolean reading) {
        isReading = reading;
        if (reading && !hasTurn) {
            hasTurn = true;
            loop.execute(this::takeTurn);
        }
    }

    /** Whether all that has been written has been delivered. */
    boolean isDelivered() {
        return isReading && fifo.isOpen() && fifo.available() == 0;
    }

    private void changed(boolean canGoOn) {
        // That a writer has gone counts only once the shell has reported.
        if (canGoOn || isSettling) {
            read();
        }
    }

    private void takeTurn() {
        hasTurn = false;
        read();
    }

    private void read() {
        Sink target = sink;
        NativeBuffer buffer = BUFFERS.get();
        byte[] bytes = BYTES.get();
        for (int i = 0; i < READS_PER_TURN; i++) {
            if (target == null || !isReading || !fifo.isOpen()) {
                return;
            }
            buffer.bytes().clear();
            int count = fifo.read(buffer);
            if (count > 0) {
                buffer.bytes().flip().get(bytes, 0, count);
                if (count == CHUNK && !isLarge) {
                    // A flood: fewer, larger hand-overs between writer and reader.
                    isLarge = true;
                    fifo.growPipe(LARGE_PIPE);
                }
                target.bytes(bytes, count);
            } else {
                nothingThere(target, count == Descriptor.END_OF_FILE);
                return;
            }
        }
        setReading(isReading);
    }

    private void nothingThere(Sink target, boolean hasNoWriter) {
        if (!isSettling) {
            return;
        }
        if (!isSettled) {
            isSettled = true;
            target.settled();
        }
        if (hasNoWriter && sink == target) {
            sink = null;
            target.ended();
        }
    }

    @Override
    public void close() {
        sink = null;
        letGo();
        if (fifo.isOpen()) {
            loop.unwatch(fifo);
            fifo.close();
        }
    }
}
