package dev.sandshell.posix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A few native bytes of the calling thread's own, for calls that answer through an address. */
final class Scratch {
    private static final ThreadLocal<ByteBuffer> INTS =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder()));

    /** {@code siginfo_t} has 128 bytes. */
    private static final ThreadLocal<ByteBuffer> SIGNAL_INFO =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(128).order(ByteOrder.nativeOrder()));

    private Scratch() {}

    static ByteBuffer ints() {
        return INTS.get();
    }

    static ByteBuffer signalInfo() {
        return SIGNAL_INFO.get();
    }
}
