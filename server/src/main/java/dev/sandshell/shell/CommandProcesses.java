package dev.sandshell.shell;

import dev.sandshell.posix.BlockedRead;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.ProcessTable.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which processes belong to one command. A listing reads the process table, so it belongs on a worker.
 *
 * <p>A shell's children are told apart by when they began: whatever the shell started since the command began is the
 * command's, except what is known to be another's. To that come those who hold its streams, and everybody's descendants.
 */
final class CommandProcesses {
    /** A command of more threads is not looked through for one that reads: that would cost more than it tells. */
    private static final int MAX_LOOKS = 2_000;

    private final int shell;
    private final Set<String> streams;
    private final long startTicks;
    private volatile int job;

    /**
     * @param slot the slot whose FIFOs are the command's
     * @param startTicks when it began, in ticks since boot
     */
    CommandProcesses(int shell, StreamSlot slot, long startTicks) {
        this.shell = shell;
        this.streams = Set.of(slot.stdinFifo(), slot.stdoutFifo(), slot.stderrFifo());
        this.startTicks = startTicks;
    }

    /** It runs in this child of the shell, which itself only reports. */
    void inJob(int pid) {
        job = pid;
    }

    /** The child of the shell that it runs in, or 0. */
    int job() {
        return job;
    }

    /** The processes of the command, without the shell and without the reporting job. */
    List<Entry> find(Set<Integer> otherJobs) {
        List<Entry> all = ProcessTable.all();
        int self = (int) ProcessHandle.current().pid();
        Set<Integer> spared = new HashSet<>(List.of(self, shell, job));
        Set<Integer> members = new HashSet<>();
        for (Entry entry : all) {
            if (!spared.contains(entry.pid()) && (isChild(entry, otherJobs) || holdsStreams(entry.pid()))) {
                members.add(entry.pid());
            }
        }
        return closure(all, members, spared);
    }

    /**
     * The first thread of the command, or of its shell where the command itself runs there, that waits in a read that is
     * meant. Looks at this command's processes alone: some small files for each.
     */
    Optional<BlockedRead> findReader(Predicate<BlockedRead> isMeant) {
        ArrayDeque<Integer> left = new ArrayDeque<>(List.of(job == 0 ? shell : job));
        int looks = 0;
        Integer pid;
        while ((pid = left.poll()) != null) {
            for (int thread : ProcessTable.threads(pid)) {
                if (++looks > MAX_LOOKS) {
                    return Optional.empty();
                }
                Optional<BlockedRead> read =
                        BlockedRead.of(pid, thread).filter(isMeant).filter(this::hasBegunSince);
                if (read.isPresent()) {
                    return read;
                }
            }
            left.addAll(ProcessTable.children(pid));
        }
        return Optional.empty();
    }

    /** An older child of the shell's is another command's, even where it has kept a FIFO that is used again. */
    private boolean hasBegunSince(BlockedRead read) {
        return read.pid() == shell
                || ProcessTable.entry(read.pid())
                        .filter(entry -> entry.startTicks() >= startTicks)
                        .isPresent();
    }

    /** Whether a process is of the group that the shell's terminal serves now. */
    boolean isInForeground(int pid) {
        Optional<Entry> entry = ProcessTable.entry(pid);
        // A program may be on a terminal of its own, as in "script".
        return entry.isPresent()
                && entry.get().group() == entry.get().foregroundGroup()
                && ProcessTable.entry(shell)
                        .filter(leader -> leader.terminal() == entry.get().terminal())
                        .isPresent();
    }

    private boolean isChild(Entry entry, Set<Integer> otherJobs) {
        if (job != 0) {
            return entry.parent() == job;
        }
        return entry.parent() == shell && entry.startTicks() >= startTicks && !otherJobs.contains(entry.pid());
    }

    private boolean holdsStreams(int pid) {
        return ProcessTable.openFiles(pid).stream().anyMatch(streams::contains);
    }

    /** Those of the members, and of all their descendants, that still run. */
    static List<Entry> closure(List<Entry> all, Set<Integer> members, Set<Integer> spared) {
        boolean hasGrown = true;
        while (hasGrown) {
            hasGrown = false;
            for (Entry entry : all) {
                if (members.contains(entry.parent()) && !spared.contains(entry.pid())) {
                    hasGrown |= members.add(entry.pid());
                }
            }
        }
        List<Entry> found = new ArrayList<>();
        for (Entry entry : all) {
            if (members.contains(entry.pid()) && !entry.isZombie()) {
                found.add(entry);
            }
        }
        return found;
    }
}
