package dev.sandshell.posix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes to a pipe or a socket what it takes at once, and never waits. The descriptor stays as it is: it may be shared,
 * and a flag set here would be seen by others. One thread at a time.
 */
public final class PromptWriter {
    /** A pipe that is ready takes so many bytes without waiting; see pipe(7), PIPE_BUF. */
    public static final int MOST = 4096;

    /** From inode(7). */
    private static final int TYPE = 0170000;

    private static final int SOCKET = 0140000;
    private static final int PIPE = 0010000;

    private static final int POLL_EVENTS = 4;
    private static final int POLL_RESULT = 6;

    private final int fd;
    private final boolean isSocket;
    private final NativeBuffer buffer = NativeBuffer.allocate(MOST);
    private final NativeBuffer poll = NativeBuffer.allocate(8);

    private PromptWriter(int fd, boolean isSocket) {
        this.fd = fd;
        this.isSocket = isSocket;
        poll.bytes().putInt(0, fd).putShort(POLL_EVENTS, (short) Libc.POLLOUT);
    }

    /** For standard output, where that is a pipe or a socket. */
    public static Optional<PromptWriter> standardOutput() {
        return to(1);
    }

    /** For a descriptor that is a pipe or a socket; empty for others, where nothing keeps writing from waiting. */
    static Optional<PromptWriter> to(int fd) {
        int type;
        try {
            type = (int) Files.getAttribute(Path.of("/proc/self/fd/" + fd), "unix:mode") & TYPE;
        } catch (IOException gone) {
            return Optional.empty();
        }
        return type == SOCKET || type == PIPE ? Optional.of(new PromptWriter(fd, type == SOCKET)) : Optional.empty();
    }

    /**
     * Writes the beginning of what it is given, up to {@value #MOST} bytes.
     *
     * @return how many bytes were taken; 0 where none can be now, or ever: what is wrong shows to whoever writes next
     */
    public int write(byte[] bytes, int length) {
        int count = Math.min(length, MOST);
        buffer.bytes().clear().put(bytes, 0, count);
        long written;
        if (isSocket) {
            written = Libc.send(fd, buffer.address(), count, Libc.MSG_DONTWAIT | Libc.MSG_NOSIGNAL);
        } else if (Libc.poll(poll.address(), 1, 0) == 1 && poll.bytes().getShort(POLL_RESULT) == Libc.POLLOUT) {
            written = Libc.write(fd, buffer.address(), count);
        } else {
            written = 0;
        }
        return (int) Math.max(0, written);
    }
}
