package dev.sandshell.overflow;

import dev.sandshell.session.OverflowFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The file of one session, made by the first write. Called on the scheduler; the work is one thread's, in order. */
final class UnnamedFile implements OverflowFile {
    private static final Logger LOG = Logger.getLogger(UnnamedFile.class.getName());

    /** Makes the file. */
    @FunctionalInterface
    interface Maker {
        FileChannel make() throws IOException;
    }

    private final Maker maker;
    private final Executor thread;
    private final Executor answers;

    /** Confined to the scheduler. */
    private boolean isUsed;

    /** Confined to the thread. */
    private @Nullable FileChannel channel;

    UnnamedFile(Maker maker, Executor thread, Executor answers) {
        this.maker = maker;
        this.thread = thread;
        this.answers = answers;
    }

    @Override
    public void write(long position, byte[] bytes, Consumer<Boolean> done) {
        isUsed = true;
        thread.execute(() -> {
            boolean isWritten = write(position, bytes);
            answers.execute(() -> done.accept(isWritten));
        });
    }

    private boolean write(long position, byte[] bytes) {
        try {
            if (channel == null) {
                channel = maker.make();
            }
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest, position + rest.position());
            }
            return true;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the log of a session could not be written", e);
            return false;
        }
    }

    @Override
    public void read(long position, int length, Consumer<Optional<byte[]>> done) {
        thread.execute(() -> {
            Optional<byte[]> found = read(position, length);
            answers.execute(() -> done.accept(found));
        });
    }

    private Optional<byte[]> read(long position, int length) {
        try {
            if (channel == null) {
                throw new EOFException("nothing has been written");
            }
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, position + bytes.position()) < 0) {
                    throw new EOFException("it ends at " + channel.size());
                }
            }
            return Optional.of(bytes.array());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the log of a session could not be read", e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (isUsed) {
            thread.execute(this::closeNow);
        }
    }

    private void closeNow() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the log of a session could not be closed", e);
        }
    }
}
