package dev.sandshell.shell;

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

/**
 * What of a process group was still the shell's own code when the group was sent SIGINT. Between the fork and what the
 * fork is for, a signal may be taken and forgotten; here is seen from outside whether it was. Confined to the event loop.
 */
final class SignalledForks {
    /** For so long, in hundredths of a second, a fork may be about to make another one that the signal comes too early for. */
    private static final int YOUNG_TICKS = 3;

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
        return ProcessTable.children(parent).stream()
                .flatMap(child -> ProcessTable.entry(child).stream())
                .filter(child -> child.group() == group)
                .toList();
    }

    private void add(Entry process, boolean isYoung) {
        int pid = process.pid();
        if (hasCodeOfShell(pid)) {
            boolean isBare = ProcessTable.signals(pid).map(this::areOfShell).orElse(false);
            forks.add(new Fork(pid, isBare, isYoung));
        }
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
        if (now == null || now.isIgnored(Signal.SIGINT) || now.isPending(Signal.SIGINT)) {
            return false;
        }
        return !now.isCaught(Signal.SIGINT)
                || (fork.hadSignalsOfShell && !areOfShell(now))
                || (fork.isYoung && waitsForYounger(fork.pid));
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
