package dev.sandshell.posix;

/** A few native bytes of the calling thread's own, for calls that answer through an address. */
final class Scratch {
    private static final ThreadLocal<NativeBuffer> INTS = ThreadLocal.withInitial(() -> NativeBuffer.allocate(16));

    /** {@code siginfo_t} has 128 bytes. */
    private static final ThreadLocal<NativeBuffer> SIGNAL_INFO =
            ThreadLocal.withInitial(() -> NativeBuffer.allocate(128));

    private Scratch() {}

    static NativeBuffer ints() {
        return INTS.get();
    }

    static NativeBuffer signalInfo() {
        return SIGNAL_INFO.get();
    }
}
