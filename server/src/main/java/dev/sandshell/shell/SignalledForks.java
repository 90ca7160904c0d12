package dev.sandshell.shell;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.ProcessTable.Entry;
import dev.sandshell.posix.ProcessTable.Signals;
import dev.sandshell.posix.Signal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a process group was still the shell's own code when the group was sent SIGINT. Between the fork and what the
 * fork is for, a signal may be taken and forgotten, or make the fork do what only the shell should; here is seen from
 * outside, by how a process takes signals, whether it is so. Confined to the event loop.
 */
final class SignalledForks {
    /** For so long, in hundredths of a second, a fork may be about to make another one that the signal comes too early for. */
    private static final int YOUNG_TICKS = 3;

    /** Who gets the orphans. */
    private static final int SELF = (int) ProcessHandle.current().pid();

    private final int shell;
    private final int group;
    private final Set<Integer> members = new HashSet<>();
    private final List<Fork> forks = new ArrayList<>();

    private record Fork(int pid, boolean hadSignalsOfShell, boolean isYoung) {}

    private SignalledForks(int shell, int group) {
        this.shell = shell;
        this.group = group;
    }

    static SignalledForks none() {
        return new SignalledForks(0, 0);
    }

    /**
     * Looks at a group that is to be signalled next.
     *
     * @param isFirst whether it has not been yet
     */
    static SignalledForks in(int group, int shell, boolean isFirst) {
        SignalledForks found = new SignalledForks(shell, group);
        long now = ProcessTable.ticksNow();
        Queue<Integer> parents = new ArrayDeque<>(List.of(shell));
        while (!parents.isEmpty()) {
            for (Entry child : found.childrenInGroup(parents.remove())) {
                if (found.members.add(child.pid())) {
                    parents.add(child.pid());
                    found.add(child, isFirst && now - child.startTicks() <= YOUNG_TICKS);
                }
            }
        }
        return found;
    }

    private List<Entry> childrenInGroup(int parent) {
        return childrenOf(parent).filter(child -> child.group() == group).toList();
    }

    private void add(Entry process, boolean isYoung) {
        int pid = process.pid();
        if (hasCodeOfShell(pid)) {
            boolean isBare = ProcessTable.signals(pid).map(this::areOfShell).orElse(false);
            forks.add(new Fork(pid, isBare, isYoung));
        }
    }

    /**
     * Whether a fork of a shell has not got further than that. It is better not told yet: bash has one that is interrupted
     * then go back to its prompt as the shell does, where the terminal stops it, so that the command counts as suspended.
     */
    static boolean isOneBeginning(int shell) {
        SignalledForks any = new SignalledForks(shell, 0);
        return youngForks(shell, ProcessTable.ticksNow())
                .anyMatch(fork ->
                        ProcessTable.signals(fork.pid()).map(any::areOfShell).orElse(false));
    }

    /**
     * The groups of forks that were told too early all the same, and are stopped for good.
     *
     * @param askedTicks when the interrupt was asked for
     */
    static ImmutableSet<Integer> stopped(int shell, long askedTicks) {
        return youngForks(shell, askedTicks)
                .filter(fork -> fork.state() == 'T' && fork.group() != shell)
                .map(Entry::group)
                .collect(toImmutableSet());
    }

    /** Whether there is still a fork that may have been told too early. */
    static boolean isOneLeft(int shell, long askedTicks) {
        return youngForks(shell, askedTicks).anyMatch(fork -> !fork.isZombie());
    }

    /** Whether a group whose command is over has somebody left who was not told: they would have ended of it. */
    static boolean hasUntold(int group, int shell) {
        Stream<Entry> orphans = Stream.of(ProcessTable.adoptedBy(SELF).split(" ", -1))
                .filter(child -> !child.isEmpty())
                .flatMap(child -> ProcessTable.entry(Integer.parseInt(child)).stream());
        return Stream.concat(orphans, childrenOf(shell))
                .filter(left -> left.group() == group && !left.isZombie())
                .flatMap(left -> ProcessTable.signals(left.pid()).stream())
                .anyMatch(SignalledForks::isUntold);
    }

    private static Stream<Entry> childrenOf(int parent) {
        return ProcessTable.children(parent).stream().flatMap(child -> ProcessTable.entry(child).stream());
    }

    private static boolean isUntold(Signals signals) {
        return !signals.isCaught(Signal.SIGINT)
                && !signals.isIgnored(Signal.SIGINT)
                && !signals.isPending(Signal.SIGINT);
    }

    private static Stream<Entry> youngForks(int shell, long ticks) {
        SignalledForks any = new SignalledForks(shell, 0);
        return childrenOf(shell)
                .filter(child -> ticks - child.startTicks() <= YOUNG_TICKS && any.hasCodeOfShell(child.pid()));
    }

    /** Whether the group has to be told again. */
    boolean haveMissed() {
        return forks.stream().anyMatch(this::hasMissed);
    }

    /**
     * A program knows nothing of a signal that the shell's code took before; and what neither catches nor ignores it would
     * have ended. What catches it may have a trap, and so is not told twice without need: where it took the signal as the
     * shell itself does, or waits for a process that is younger than the signal.
     */
    private boolean hasMissed(Fork fork) {
        if (!hasCodeOfShell(fork.pid)) {
            return !ProcessTable.commandLine(fork.pid).isEmpty();
        }
        Signals now = ProcessTable.signals(fork.pid).orElse(null);
        if (now == null || !now.isCaught(Signal.SIGINT)) {
            return now != null && isUntold(now);
        }
        return (fork.hadSignalsOfShell && !areOfShell(now)) || (fork.isYoung && waitsForYounger(fork.pid));
    }

    private boolean waitsForYounger(int pid) {
        return ProcessTable.waitsForOthers(pid)
                && childrenInGroup(pid).stream().anyMatch(child -> !members.contains(child.pid()));
    }

    private boolean hasCodeOfShell(int pid) {
        return ProcessTable.commandLine(pid).equals(ProcessTable.commandLine(shell));
    }

    /** An interactive shell ignores SIGQUIT; what it makes puts that back, right after SIGINT and before any trap. */
    private boolean areOfShell(Signals signals) {
        return signals.isIgnored(Signal.SIGQUIT)
                && ProcessTable.signals(shell)
                        .map(shells -> shells.isIgnored(Signal.SIGQUIT))
                        .orElse(false);
    }
}
