package dev.sandshell.posix;

import java.io.IOException;

/** A system call that failed, with its {@code errno}, so that a caller can tell "full" from "forbidden". */
public final class PosixException extends IOException {
    private static final long serialVersionUID = 1;

    private final int errno;

    PosixException(String call, int errno) {
        super(call + ": " + describe(errno));
        this.errno = errno;
    }

    static PosixException last(String call) {
        return new PosixException(call, Libc.errno());
    }

    /** Whether the system or the user is out of something: descriptors, memory, disk, quota. */
    public boolean isResourceLimit() {
        return switch (errno) {
            case Libc.ENOMEM, Libc.ENFILE, Libc.EMFILE, Libc.ENOSPC, Libc.EDQUOT, Libc.EAGAIN -> true;
            default -> false;
        };
    }

    /** Whether we were not allowed to. */
    public boolean isPermissionDenied() {
        return errno == Libc.EACCES || errno == Libc.EPERM || errno == Libc.EROFS;
    }

    private static String describe(int errno) {
        return switch (errno) {
            case Libc.EPERM -> "operation not permitted";
            case Libc.ENOENT -> "no such file or folder";
            case Libc.EACCES -> "permission denied";
            case Libc.EROFS -> "read-only file system";
            case Libc.ENOMEM -> "out of memory";
            case Libc.EMFILE, Libc.ENFILE -> "too many open files";
            case Libc.ENOSPC -> "no space left on the device";
            case Libc.EDQUOT -> "disk quota exceeded";
            default -> "error " + errno;
        };
    }
}
