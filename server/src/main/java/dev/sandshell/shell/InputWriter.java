package dev.sandshell.shell;

import dev.sandshell.concurrent.ByteBudget;
import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.NativeBuffer;
import dev.sandshell.posix.PosixException;
import dev.sandshell.session.RunningCommand.Written;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * The open input of one command. Confined to the event loop.
 *
 * <p>What the pipe does not take waits here, up to a bound. Until the command has opened its end we keep both, so that
 * nothing is lost; from then on only the writing one, so that a command that closes its input is noticed, and our closing
 * is its end of file.
 */
final class InputWriter implements AutoCloseable {
    private record Pending(ByteBuffer bytes, Consumer<Written> done) {}

    private static final int PIECE = 64 * 1024;

    private final EventLoop loop;
    private final String path;
    private final long maxPending;
    private final ByteBudget budget;
    private final ArrayDeque<Pending> queue = new ArrayDeque<>();
    private final NativeBuffer buffer = NativeBuffer.allocate(PIECE);
    private Descriptor fifo;
    private long pendingBytes;
    private boolean isOpened;
    private boolean isClosing;

    /**
     * @param maxPending how many bytes may wait here
     * @param budget how many may wait for all commands together
     */
    InputWriter(EventLoop loop, String path, long maxPending, ByteBudget budget) throws PosixException {
        this.loop = loop;
        this.path = path;
        this.maxPending = maxPending;
        this.budget = budget;
        fifo = Descriptor.openBothEnds(path);
        watch();
    }

    void write(byte[] bytes, Consumer<Written> done) {
        if (!fifo.isOpen() || isClosing) {
            done.accept(Written.NOBODY_READS);
        } else if ((pendingBytes > 0 && pendingBytes + bytes.length > maxPending) || !budget.tryTake(bytes.length)) {
            done.accept(Written.TOO_MUCH_PENDING);
        } else {
            add(bytes, done);
        }
    }

    /** Takes in what was there from the beginning, which has its place already. */
    void begin(byte[] bytes) {
        budget.take(bytes.length);
        add(bytes, written -> {});
    }

    private void add(byte[] bytes, Consumer<Written> done) {
        pendingBytes += bytes.length;
        queue.add(new Pending(ByteBuffer.wrap(bytes), done));
        flush();
    }

    /** The command has its end open. */
    void opened() {
        if (isOpened || !fifo.isOpen()) {
            return;
        }
        isOpened = true;
        Descriptor both = fifo;
        try {
            fifo = Descriptor.openForWriting(path);
            watch();
        } catch (PosixException nobodyReads) {
            // It has closed it again already; what is still to be written finds that out.
        }
        if (both != fifo) {
            loop.unwatch(both);
            both.close();
        }
        flush();
    }

    /** End of file, after what has been written. */
    void finish() {
        isClosing = true;
        flush();
    }

    /** Whether all that was given has been read, and more can be given. */
    boolean isDrained() {
        return fifo.isOpen() && isOpened && !isClosing && queue.isEmpty() && fifo.available() == 0;
    }

    private void watch() throws PosixException {
        loop.watchForWriting(fifo, canGoOn -> flush());
    }

    private void flush() {
        while (!queue.isEmpty()) {
            Pending next = queue.element();
            try {
                if (!fifo.isOpen() || !write(next.bytes())) {
                    break;
                }
            } catch (PosixException nobodyReads) {
                close();
                return;
            }
            queue.remove();
            pendingBytes -= next.bytes().capacity();
            budget.giveBack(next.bytes().capacity());
            next.done().accept(Written.ACCEPTED);
        }
        if (isClosing && isOpened && queue.isEmpty()) {
            close();
        }
    }

    /** Whether all of it went in. */
    private boolean write(ByteBuffer bytes) throws PosixException {
        while (bytes.hasRemaining()) {
            int piece = Math.min(PIECE, bytes.remaining());
            buffer.bytes()
                    .clear()
                    .put(bytes.duplicate().limit(bytes.position() + piece))
                    .flip();
            int count = fifo.write(buffer);
            if (count == Descriptor.WOULD_BLOCK) {
                return false;
            }
            bytes.position(bytes.position() + count);
        }
        return true;
    }

    /** Lets go of it; whatever still waits is told that nobody reads. */
    @Override
    public void close() {
        if (fifo.isOpen()) {
            loop.unwatch(fifo);
            fifo.close();
        }
        budget.giveBack(pendingBytes);
        pendingBytes = 0;
        Pending next;
        while ((next = queue.poll()) != null) {
            next.done().accept(Written.NOBODY_READS);
        }
    }
}
