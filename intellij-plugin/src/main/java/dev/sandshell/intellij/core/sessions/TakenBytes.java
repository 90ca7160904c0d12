package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.concurrent.SerialExecutor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Brings counts of bytes to a thread. Any thread may add, as often as it likes: at most one task waits there, which takes
 * them together.
 */
final class TakenBytes {
    private final SerialExecutor thread;
    private final LongConsumer taker;
    private final AtomicLong waiting = new AtomicLong();

    TakenBytes(SerialExecutor thread, LongConsumer taker) {
        this.thread = thread;
        this.taker = taker;
    }

    void add(long bytes) {
        if (bytes > 0 && waiting.getAndAdd(bytes) == 0) {
            thread.executeAlways(() -> taker.accept(waiting.getAndSet(0)));
        }
    }
}
