package dev.sandshell.shell;

import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.NativeBuffer;
import dev.sandshell.posix.PosixException;
import java.nio.charset.StandardCharsets;

/**
 * The two FIFOs between the server and one shell: the lines that the shell reads as its input, and its reports, which are
 * NUL-terminated fields. Confined to the event loop.
 *
 * <p>Both ends of both are kept open here. So a report's FIFO never ends while nobody writes, and the shell sees the end
 * of its input the moment that the server is gone, however it went.
 */
final class ControlPipe implements AutoCloseable {
    /** A line is far shorter; only a report's folder name can be this long. */
    private static final int BUFFER = 16 * 1024;

    private final EventLoop loop;
    private final Descriptor control;
    private final Descriptor reports;
    private final ReportParser parser;
    private final NativeBuffer buffer = NativeBuffer.allocate(BUFFER);
    private final byte[] bytes = new byte[BUFFER];

    ControlPipe(EventLoop loop, SessionFolder folder, ReportParser parser) throws PosixException {
        this.loop = loop;
        this.parser = parser;
        control = Descriptor.openBothEnds(folder.control());
        try {
            reports = Descriptor.openBothEnds(folder.reports());
            loop.watch(reports, canGoOn -> readReports());
        } catch (PosixException e) {
            close();
            throw e;
        }
    }

    /** Gives the shell lines to read; they are few and short, so that they always fit. */
    void send(String lines) throws PosixException {
        byte[] encoded = lines.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < encoded.length; from += BUFFER) {
            buffer.bytes()
                    .clear()
                    .put(encoded, from, Math.min(BUFFER, encoded.length - from))
                    .flip();
            control.writeFully(buffer);
        }
    }

    /** Whether the shell has read all that it was sent. */
    boolean isAllRead() {
        return control.available() == 0;
    }

    /** Throws away what a shell that has ended left unread and unsaid, so that the next one begins afresh. */
    void discardUnread() {
        parser.reset();
        int count;
        do {
            buffer.bytes().clear();
            count = control.read(buffer);
        } while (count > 0);
    }

    /** Takes in the reports that are there; called when they come, and once more when the shell has ended. */
    void readReports() {
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
        control.close();
        if (reports != null && reports.isOpen()) {
            loop.unwatch(reports);
            reports.close();
        }
    }
}
