package dev.sandshell.session;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Bytes of one session beside memory: a port. Called on the scheduler, and answers there; no call blocks. What is asked for
 * is done in that order. The log asks for one write and two reads at a time at most, which bounds what waits.
 */
public interface OverflowFile {
    /** Writes bytes, which nobody changes any more, at a place. Told whether that was possible. */
    void write(long position, byte[] bytes, Consumer<Boolean> done);

    /** Reads what was written at a place; empty where that is not possible. */
    void read(long position, int length, Consumer<Optional<byte[]>> done);

    /** Forgets everything, for good; what was asked for before may be left unanswered. */
    void close();
}
