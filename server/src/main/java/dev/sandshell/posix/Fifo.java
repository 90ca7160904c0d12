package dev.sandshell.posix;

/** Named pipes. */
public final class Fifo {
    private Fifo() {}

    /** Makes a FIFO that only its owner can use. Any thread may call. */
    public static void make(String path) throws PosixException {
        if (Libc.mkfifo(path, 0600) < 0) {
            throw PosixException.last("mkfifo " + path);
        }
    }
}
