package dev.sandshell.posix;

/**
 * The signals that the calling thread holds back, which a process that it forks inherits. The JVM blocks SIGQUIT in its
 * threads; a shell that had it blocked would hand that on to every program, and Ctrl-\ would do nothing.
 */
public final class SignalMask implements AutoCloseable {
    /** {@code sigset_t} has 128 bytes; the first signal is the lowest bit. */
    private static final int SET_BYTES = 128;

    static final NativeBuffer NONE = NativeBuffer.allocate(SET_BYTES);
    static final NativeBuffer ALL = NativeBuffer.allocate(SET_BYTES);

    static {
        while (ALL.bytes().hasRemaining()) {
            ALL.bytes().put((byte) 0xff);
        }
    }

    private final NativeBuffer previous = NativeBuffer.allocate(SET_BYTES);

    private SignalMask() {}

    /** Unblocks everything in the calling thread, which also has to close it. */
    public static SignalMask unblockAll() {
        SignalMask mask = new SignalMask();
        Libc.sigprocmask(Libc.SIG_UNBLOCK, ALL.address(), mask.previous.address());
        return mask;
    }

    @Override
    public void close() {
        Libc.sigprocmask(Libc.SIG_SETMASK, previous.address(), 0);
    }
}
