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
import java.util.stream.Stream;

/**
 * A process group that is sent SIGINT, and what of it has the shell's own code then: between the fork and what the fork is
 * for, a signal may be taken and forgotten. Confined to the event loop.
 */
final class SignalledGroup {
    /** Who gets the orphans. */
    private static final int SELF = (int) ProcessHandle.current().pid();

    private final ShellForks forks;
    private final int id;
    private final Set<Integer> members = new HashSet<>();
    private final List<Fork> found = new ArrayList<>();
    private boolean isBeginning;

    private record Fork(int pid, boolean hadSignalsOfShell, boolean isYoung) {}

    private SignalledGroup(ShellForks forks, int id) {
        this.forks = forks;
        this.id = id;
    }

    static SignalledGroup none(ShellForks forks) {
        return new SignalledGroup(forks, 0);
    }

    /** A group as it is when it is about to be told. The shell's own has nothing that could miss it but the shell. */
    static SignalledGroup first(ShellForks forks, int id) {
        SignalledGroup group = new SignalledGroup(forks, id);
        group.look(true);
        group.isBeginning = group.found.stream().anyMatch(Fork::isYoung);
        return group;
    }

    /** The same group as it is when it is about to be told again. */
    SignalledGroup again() {
        SignalledGroup group = new SignalledGroup(forks, id);
        group.look(false);
        group.isBeginning = isBeginning;
        return group;
    }

    private void look(boolean isFirst) {
        if (id == forks.shell()) {
            return;
        }
        long now = ProcessTable.ticksNow();
        Queue<Integer> parents = new ArrayDeque<>(List.of(forks.shell()));
        while (!parents.isEmpty()) {
            for (Entry child : childrenIn(parents.remove())) {
                int pid = child.pid();
                if (members.add(pid)) {
                    parents.add(pid);
                    if (forks.hasCodeOfShell(pid)) {
                        boolean isYoung = isFirst && ShellForks.isYoung(child, now);
                        found.add(new Fork(pid, forks.hasSignalsOfShell(pid), isYoung));
                    }
                }
            }
        }
    }

    private List<Entry> childrenIn(int parent) {
        return ShellForks.childrenOf(parent)
                .filter(child -> child.group() == id)
                .toList();
    }

    /** 0 where no group has been told. */
    int id() {
        return id;
    }

    /** Whether the group has to be told again. */
    boolean hasMissed() {
        return found.stream().anyMatch(this::hasMissed);
    }

    /**
     * A program knows nothing of a signal that the shell's code took before; and what neither catches nor ignores it would
     * have ended. What catches it may have a trap, and so is not told twice without need: where it took the signal as the
     * shell itself does, or waits for a process that is younger than the signal.
     */
    private boolean hasMissed(Fork fork) {
        if (!forks.hasCodeOfShell(fork.pid)) {
            return !ProcessTable.commandLine(fork.pid).isEmpty();
        }
        Signals now = ProcessTable.signals(fork.pid).orElse(null);
        if (now == null || !now.isCaught(Signal.SIGINT)) {
            return now != null && ShellForks.isUntold(now);
        }
        return (fork.hadSignalsOfShell && !forks.hasSignalsOfShell(fork.pid))
                || (fork.isYoung && waitsForYounger(fork.pid));
    }

    private boolean waitsForYounger(int pid) {
        return ProcessTable.waitsForOthers(pid)
                && childrenIn(pid).stream().anyMatch(child -> !members.contains(child.pid()));
    }

    /**
     * Whether somebody is left, of a command that is over, who was made too late to be told. Where the command had not just
     * begun, that is what its own handling of the signal has made, and its own affair.
     */
    boolean hasLeftOver() {
        return isBeginning
                && Stream.concat(orphans(), ShellForks.childrenOf(forks.shell()))
                        .filter(left -> left.group() == id && !left.isZombie())
                        .flatMap(left -> ProcessTable.signals(left.pid()).stream())
                        .anyMatch(ShellForks::isUntold);
    }

    private static Stream<Entry> orphans() {
        return Stream.of(ProcessTable.adoptedBy(SELF).split(" ", -1))
                .filter(pid -> !pid.isEmpty())
                .flatMap(pid -> ProcessTable.entry(Integer.parseInt(pid)).stream());
    }
}
