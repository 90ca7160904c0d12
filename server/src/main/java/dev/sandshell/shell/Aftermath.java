package dev.sandshell.shell;

import dev.sandshell.posix.ProcessTable;
import java.util.function.BooleanSupplier;

/**
 * What an interrupt may leave behind. A shell that is interrupted between the fork of a program and the wait for it gives
 * the command up, and reports, and only then waits for that program, which may even come to the foreground later. So a
 * program in the foreground of a shell whose command is over is the command's, and is to be interrupted too, or it is what
 * a person runs, and is not. When they began tells them apart: what is typed is held until the shell has been seen to
 * wait, and until the clock that processes are dated by has gone on. Confined to the event loop.
 */
final class Aftermath {
    /** Five seconds, for so long is an interrupt said again; who waits longer does not wait for what it is said to. */
    private static final int MAX_TICKS = 500;

    private boolean isInterrupted;
    private boolean isOpen;
    private long endTicks = -1;

    /** The turn that is under way is interrupted. */
    void turnInterrupted() {
        isInterrupted = true;
    }

    /** The turn that was under way is over, or has been broken off. */
    void turnOver() {
        if (isInterrupted) {
            isInterrupted = false;
            isOpen = true;
            endTicks = ProcessTable.ticksNow();
        }
    }

    /** Whether what is typed now might be taken for what the command has left. */
    boolean isOpen() {
        return isOpen;
    }

    /** The same, once more, for somebody who looks again and again. */
    boolean isStillOpen(BooleanSupplier isWaiting) {
        if (isOpen) {
            long ticks = ProcessTable.ticksNow() - endTicks;
            isOpen = ticks == 0 || (ticks < MAX_TICKS && !isWaiting.getAsBoolean());
        }
        return isOpen;
    }

    /** Whether a process group in the foreground of a shell that runs no line of ours belongs to what was interrupted. */
    boolean isLeftBehind(int group) {
        return ProcessTable.entry(group)
                .map(leader -> isInterrupted || leader.startTicks() <= endTicks)
                .orElse(false);
    }

    void forget() {
        isInterrupted = false;
        isOpen = false;
        endTicks = -1;
    }
}
