package dev.sandshell.shell;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.ProcessTable.Entry;
import dev.sandshell.posix.ProcessTable.Signals;
import dev.sandshell.posix.Signal;
import java.util.stream.Stream;

/**
 * The processes that a shell has made and that still have its code: subshells, and what is to become a program. How far one
 * of them has got is seen from outside, by how it takes signals. Confined to the event loop.
 */
final class ShellForks {
    /** For so long, in hundredths of a second, a process may not yet be, or not yet have made, what it was made for. */
    private static final int YOUNG_TICKS = 3;

    private final int shell;

    ShellForks(int shell) {
        this.shell = shell;
    }

    static Stream<Entry> childrenOf(int parent) {
        return ProcessTable.children(parent).stream().flatMap(child -> ProcessTable.entry(child).stream());
    }

    static boolean isYoung(Entry process, long ticks) {
        return ticks - process.startTicks() <= YOUNG_TICKS;
    }

    int shell() {
        return shell;
    }

    /** Whether a process is no program of its own, or not yet. */
    boolean hasCodeOfShell(int pid) {
        return ProcessTable.commandLine(pid).equals(ProcessTable.commandLine(shell));
    }

    /**
     * Whether a process takes signals as the shell itself does. An interactive shell ignores SIGQUIT; what it makes puts that
     * back, right after SIGINT and before any trap.
     */
    boolean hasSignalsOfShell(int pid) {
        return ignoresQuit(pid) && ignoresQuit(shell);
    }

    private static boolean ignoresQuit(int pid) {
        return ProcessTable.signals(pid)
                .map(signals -> signals.isIgnored(Signal.SIGQUIT))
                .orElse(false);
    }

    /** Whether a process would have ended of SIGINT, had it been told. */
    static boolean isUntold(Signals signals) {
        return !signals.isCaught(Signal.SIGINT)
                && !signals.isIgnored(Signal.SIGINT)
                && !signals.isPending(Signal.SIGINT);
    }

    /**
     * Whether there is a process that has not got further than the fork. It is better not told yet: bash has one that is
     * interrupted then go back to its prompt as the shell does, where the terminal stops it, so that the command counts as
     * suspended.
     */
    boolean isOneBeginning() {
        return bare(ProcessTable.ticksNow()).findAny().isPresent();
    }

    /**
     * The groups of what was told so early all the same, and is stopped for good: a subshell that somebody has suspended
     * takes signals in its own way.
     *
     * @param askedTicks when the interrupt was asked for
     */
    ImmutableSet<Integer> stopped(long askedTicks) {
        return bare(askedTicks)
                .filter(fork -> fork.state() == 'T' && fork.group() != shell)
                .map(Entry::group)
                .collect(toImmutableSet());
    }

    /** Whether something may still be stopped for that reason. */
    boolean isOneLeft(long askedTicks) {
        return bare(askedTicks).anyMatch(fork -> fork.group() != shell);
    }

    private Stream<Entry> bare(long ticks) {
        return childrenOf(shell)
                .filter(child -> isYoung(child, ticks)
                        && !child.isZombie()
                        && hasCodeOfShell(child.pid())
                        && hasSignalsOfShell(child.pid()));
    }
}
