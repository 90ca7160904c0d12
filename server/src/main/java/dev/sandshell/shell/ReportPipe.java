package dev.sandshell.shell;

import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.NativeBuffer;
import dev.sandshell.posix.PosixException;

/**
 * The FIFO that one session's shells report to: NUL-terminated fields. Confined to the event loop.
 *
 * <p>Both ends are kept open here, so that it never ends while nobody writes.
 */
final class ReportPipe implements AutoCloseable {
    /** A report is far shorter; only its folder can be this long. */
    private static final int BUFFER = 16 * 1024;

    private final EventLoop loop;
    private final Descriptor reports;
    private final ReportParser parser;
    private final NativeBuffer buffer = NativeBuffer.allocate(BUFFER);
    private final byte[] bytes = new byte[BUFFER];
    private boolean isReading;

    ReportPipe(EventLoop loop, SessionFolder folder, ReportParser parser) throws PosixException {
        this.loop = loop;
        this.parser = parser;
        reports = Descriptor.openBothEnds(folder.reports());
        try {
            loop.watch(reports, canGoOn -> read());
        } catch (PosixException e) {
            close();
            throw e;
        }
    }

    /** Throws away what a shell that has ended left unsaid, so that the next one begins afresh. */
    void forgetUnfinished() {
        parser.reset();
    }

    /** Takes in the reports that are there, unless that is what calls: when they come, and where they decide something. */
    void read() {
        if (isReading) {
            return;
        }
        isReading = true;
        try {
            readAll();
        } finally {
            isReading = false;
        }
    }

    private void readAll() {
        int count = BUFFER;
        // A read that does not fill the buffer has emptied the pipe.
        while (count == BUFFER && reports.isOpen()) {
            buffer.bytes().clear();
            count = reports.read(buffer);
            if (count > 0) {
                buffer.bytes().flip().get(bytes, 0, count);
                parser.accept(bytes, count);
            }
        }
    }

    @Override
    public void close() {
        if (reports.isOpen()) {
            loop.unwatch(reports);
            reports.close();
        }
    }
}
