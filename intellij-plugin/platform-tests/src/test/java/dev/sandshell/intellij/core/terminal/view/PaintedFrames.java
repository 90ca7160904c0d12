package dev.sandshell.intellij.core.terminal.view;

/**
 * What a terminal has painted so far, and what that has cost.
 *
 * @param nanos how long the UI thread was busy with it
 */
public record PaintedFrames(long frames, long rows, long nanos) {
    public static PaintedFrames of(TerminalView view) {
        FrameCounters counters = view.frames.counters;
        return new PaintedFrames(counters.frames(), counters.rows(), counters.nanos());
    }

    public PaintedFrames since(PaintedFrames before) {
        return new PaintedFrames(frames - before.frames, rows - before.rows, nanos - before.nanos);
    }
}
