package dev.sandshell.intellij.core.terminal.view;

/** What painting has cost so far. Counted on the thread of the events, read on any. */
final class FrameCounters {
    private volatile long frames;
    private volatile long nanos;
    private volatile long rows;

    long frames() {
        return frames;
    }

    /** How long the thread of the events was busy with frames and with painting them. */
    long nanos() {
        return nanos;
    }

    /** How many rows were painted; the others were moved or left alone. */
    long rows() {
        return rows;
    }

    // One thread writes, so nothing gets lost between reading and writing.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void frame(long took, long rowsSoFar) {
        frames++;
        nanos += took;
        rows = rowsSoFar;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    void painted(long took) {
        nanos += took;
    }
}
