package dev.sandshell.posix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes outside the Java heap, with their address, which costs a native call to ask for. One thread at a time. */
public final class NativeBuffer {
    private final ByteBuffer bytes;
    private final long address;

    private NativeBuffer(int capacity) {
        bytes = ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
        address = Libc.address(bytes);
    }

    public static NativeBuffer allocate(int capacity) {
        return new NativeBuffer(capacity);
    }

    /** The bytes, with the position and the limit that reading and writing go by. */
    public ByteBuffer bytes() {
        return bytes;
    }

    long address() {
        return address;
    }
}
