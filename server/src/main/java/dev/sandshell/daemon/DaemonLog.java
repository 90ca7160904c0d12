package dev.sandshell.daemon;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The daemon's standard error where its starter has led it to the log: what has grown to the bound is put in the place of
 * the log before, and the log begins anew. So both together have two bounds, and a line. Any thread may write.
 *
 * <p>The file stays the one that standard error leads to, so what the JVM itself says is not lost; it is appended to.
 */
public final class DaemonLog extends OutputStream {
    /** Enough for what one wants to know of; a daemon may run for months. */
    private static final long MAX_BYTES = 1 << 20;

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final OutputStream err;
    private final Path file;
    private final Path log;
    private final Path previous;
    private final long maxBytes;

    /** @param file where {@code err} leads, which is the log unless that has been moved meanwhile */
    DaemonLog(OutputStream err, Path file, Path log, Path previous, long maxBytes) {
        this.err = err;
        this.file = file;
        this.log = log;
        this.previous = previous;
        this.maxBytes = maxBytes;
    }

    /** What to log to: standard error, with a bound where that is the daemon's log, and not a terminal, say. */
    public static OutputStream of(OutputStream err, DaemonPlace place) {
        try {
            return leadsTo(STANDARD_ERROR, place.log())
                    ? new DaemonLog(err, STANDARD_ERROR, place.log(), place.previousLog(), MAX_BYTES)
                    : err;
        } catch (IOException e) {
            return err;
        }
    }

    private static boolean leadsTo(Path file, Path log) throws IOException {
        return Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(file, log);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        err.write(bytes, offset, length);
        err.flush();
        if (leadsTo(file, log) && Files.size(log) >= maxBytes) {
            try {
                Files.copy(log, previous, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                // Also where there is no room for two.
                FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                        .close();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        err.flush();
    }
}
