package dev.sandshell.posix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The signals that the calling thread holds back, which a process that it forks inherits. The JVM blocks SIGQUIT in its
 * threads; a shell that had it blocked would hand that on to every program, and Ctrl-\ would do nothing.
 */
public final class SignalMask implements AutoCloseable {
    /** {@code sigset_t} has 128 bytes; the first signal is the lowest bit. */
    private static final int SET_BYTES = 128;

    private final ByteBuffer previous = ByteBuffer.allocateDirect(SET_BYTES).order(ByteOrder.nativeOrder());

    private SignalMask() {}

    /** Unblocks everything in the calling thread, which also has to close it. */
    public static SignalMask unblockAll() {
        SignalMask mask = new SignalMask();
        ByteBuffer all = ByteBuffer.allocateDirect(SET_BYTES);
        while (all.hasRemaining()) {
            all.put((byte) 0xff);
        }
        Libc.sigprocmask(Libc.SIG_UNBLOCK, Libc.address(all), Libc.address(mask.previous));
        return mask;
    }

    @Override
    public void close() {
        Libc.sigprocmask(Libc.SIG_SETMASK, Libc.address(previous), 0);
    }
}
