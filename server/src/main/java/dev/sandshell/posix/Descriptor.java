package dev.sandshell.posix;

import java.nio.ByteBuffer;

/**
 * One open file descriptor of ours, never inherited by a child.
 *
 * <p>Confined to the event loop's thread, except {@link #writeFully} on a regular file, which belongs to its caller.
 * Closing twice is harmless; every other call after closing fails as the system would.
 */
public final class Descriptor implements AutoCloseable {
    /** What {@link #read} answers where nothing is there now, but a writer still is. */
    public static final int WOULD_BLOCK = -2;

    /** What {@link #read} answers where no writer is left. */
    public static final int END_OF_FILE = -1;

    private int fd;

    Descriptor(int fd) {
        this.fd = fd;
    }

    /** Takes over a descriptor that someone else opened. */
    public static Descriptor adopt(int fd) {
        return new Descriptor(fd);
    }

    /** Opens the reading end of a FIFO at once, whether or not somebody writes to it. */
    public static Descriptor openForReading(String path) throws PosixException {
        return open(path, Libc.O_RDONLY | Libc.O_NONBLOCK, 0);
    }

    /** Opens a FIFO for writing; fails where nobody has it open for reading. */
    public static Descriptor openForWriting(String path) throws PosixException {
        return open(path, Libc.O_WRONLY | Libc.O_NONBLOCK, 0);
    }

    /** Opens both ends of a FIFO, so that neither opening it nor losing the other side ends it. */
    public static Descriptor openBothEnds(String path) throws PosixException {
        return open(path, Libc.O_RDWR | Libc.O_NONBLOCK, 0);
    }

    /** Opens the side of a terminal that programs have open, without making it ours. */
    public static Descriptor openTerminal(String path) throws PosixException {
        return open(path, Libc.O_RDWR | Libc.O_NONBLOCK | Libc.O_NOCTTY, 0);
    }

    /** Creates a file that only its owner can read, or empties it. */
    public static Descriptor create(String path) throws PosixException {
        return open(path, Libc.O_WRONLY | Libc.O_CREAT | Libc.O_TRUNC, 0600);
    }

    private static Descriptor open(String path, int flags, int mode) throws PosixException {
        int fd;
        do {
            fd = Libc.open(path, flags | Libc.O_CLOEXEC, mode);
        } while (fd < 0 && Libc.errno() == Libc.EINTR);
        if (fd < 0) {
            throw PosixException.last("open " + path);
        }
        return new Descriptor(fd);
    }

    public int number() {
        return fd;
    }

    public boolean isOpen() {
        return fd >= 0;
    }

    /**
     * Reads into a buffer from its position to its limit and moves the position.
     *
     * @return how many bytes, {@link #WOULD_BLOCK} or {@link #END_OF_FILE}. A terminal whose last user is gone says EIO,
     *     which is its end of file.
     */
    public int read(NativeBuffer into) {
        ByteBuffer bytes = into.bytes();
        while (true) {
            long count = Libc.read(fd, into.address() + bytes.position(), bytes.remaining());
            if (count > 0) {
                bytes.position(bytes.position() + (int) count);
                return (int) count;
            }
            if (count == 0) {
                return END_OF_FILE;
            }
            int errno = Libc.errno();
            if (errno == Libc.EAGAIN) {
                return WOULD_BLOCK;
            }
            if (errno != Libc.EINTR) {
                return END_OF_FILE;
            }
        }
    }

    /**
     * Writes what fits, from a buffer's position, and moves the position.
     *
     * @return how many bytes, or {@link #WOULD_BLOCK} where the pipe is full
     * @throws PosixException where nobody reads any more, or the disk is full
     */
    public int write(NativeBuffer from) throws PosixException {
        ByteBuffer bytes = from.bytes();
        while (true) {
            long count = Libc.write(fd, from.address() + bytes.position(), bytes.remaining());
            if (count >= 0) {
                bytes.position(bytes.position() + (int) count);
                return (int) count;
            }
            int errno = Libc.errno();
            if (errno == Libc.EAGAIN) {
                return WOULD_BLOCK;
            }
            if (errno != Libc.EINTR) {
                throw new PosixException("write", errno);
            }
        }
    }

    /** Writes all of it to a regular file. */
    public void writeFully(NativeBuffer from) throws PosixException {
        while (from.bytes().hasRemaining()) {
            if (write(from) == WOULD_BLOCK) {
                throw new PosixException("write", Libc.EAGAIN);
            }
        }
    }

    /**
     * Makes a regular file hold these bytes and no others. Whoever reads it meanwhile may see some of both.
     *
     * @throws PosixException where the disk is full, most likely; what the file holds then is not defined
     */
    public void replaceContent(byte[] content, NativeBuffer buffer) throws PosixException {
        int at = 0;
        while (at < content.length) {
            int piece = Math.min(buffer.bytes().capacity(), content.length - at);
            buffer.bytes().clear().put(content, at, piece);
            long count = Libc.pwrite(fd, buffer.address(), piece, at);
            if (count >= 0) {
                at += (int) count;
            } else if (Libc.errno() != Libc.EINTR) {
                throw PosixException.last("pwrite");
            }
        }
        if (Libc.ftruncate(fd, content.length) < 0) {
            throw PosixException.last("ftruncate");
        }
    }

    /** How many bytes wait in this pipe to be read. */
    public int available() {
        NativeBuffer count = Scratch.ints();
        return Libc.ioctl(fd, Libc.FIONREAD, count.address()) < 0
                ? 0
                : count.bytes().getInt(0);
    }

    /**
     * Whether there is something to be read now. Of a terminal this counts what has been typed in it up to this moment,
     * also what the kernel was still to hand on.
     */
    public boolean hasInput() {
        NativeBuffer poll = Scratch.ints();
        poll.bytes().putInt(0, fd).putShort(4, (short) Libc.POLLIN).putShort(6, (short) 0);
        return Libc.poll(poll.address(), 1, 0) == 1 && (poll.bytes().getShort(6) & Libc.POLLIN) != 0;
    }

    /** Makes a descriptor of somebody else's answer {@link #WOULD_BLOCK} instead of waiting. */
    public Descriptor nonBlocking() {
        Libc.fcntl(fd, Libc.F_SETFL, Libc.fcntl(fd, Libc.F_GETFL, 0) | Libc.O_NONBLOCK);
        return this;
    }

    /**
     * Tells a terminal how large its screen is now; its foreground processes get SIGWINCH where that is news.
     *
     * @throws PosixException where this is no terminal
     */
    public void resizeTerminal(WindowSize size) throws PosixException {
        NativeBuffer cells = Scratch.ints();
        cells.bytes()
                .putShort(0, (short) size.rows())
                .putShort(2, (short) size.cols())
                .putInt(4, 0);
        if (Libc.ioctl(fd, Libc.TIOCSWINSZ, cells.address()) < 0) {
            throw PosixException.last("TIOCSWINSZ");
        }
    }

    /**
     * How large the screen of a terminal is; zero by zero where nobody has said.
     *
     * @throws PosixException where this is no terminal
     */
    public WindowSize terminalSize() throws PosixException {
        NativeBuffer cells = Scratch.ints();
        if (Libc.ioctl(fd, Libc.TIOCGWINSZ, cells.address()) < 0) {
            throw PosixException.last("TIOCGWINSZ");
        }
        return new WindowSize(
                Short.toUnsignedInt(cells.bytes().getShort(0)),
                Short.toUnsignedInt(cells.bytes().getShort(2)));
    }

    /** Asks for a larger pipe; the system may say no, which changes nothing but speed. */
    public void growPipe(int bytes) {
        Libc.fcntl(fd, Libc.F_SETPIPE_SZ, bytes);
    }

    @Override
    public void close() {
        if (fd >= 0) {
            Libc.close(fd);
            fd = -1;
        }
    }
}
