package dev.sandshell.shell;

import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.PosixException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The background commands of one session, from their start to their report. Confined to the event loop. A job that ends
 * without a report has been killed whole; that is seen by its process.
 */
final class BackgroundJobs {
    private final EventLoop loop;
    private final Runnable readReports;
    private final Map<Long, SlotCommand> unreported = new HashMap<>();

    private final Set<Long> running = new HashSet<>();

    /**
     * @param readReports takes in the reports that are there
     */
    BackgroundJobs(EventLoop loop, Runnable readReports) {
        this.loop = loop;
        this.readReports = readReports;
    }

    void add(long number, SlotCommand command) {
        unreported.put(number, command);
    }

    /** The shell has never heard of it. */
    void forget(SlotCommand command) {
        unreported.values().remove(command);
    }

    /** It says that it runs; this may come before or after the shell's word that it has started it. */
    void running(long number) {
        SlotCommand command = unreported.get(number);
        if (command != null) {
            running.add(number);
            tellStarted(number, command);
        }
    }

    private void tellStarted(long number, SlotCommand command) {
        if (command.processes().job() != 0 && running.contains(number)) {
            command.listener().started();
        }
    }

    /** The shell has started it. */
    void started(long number, int pid) {
        SlotCommand command = unreported.get(number);
        if (command == null) {
            return;
        }
        command.processes().inJob(pid);
        tellStarted(number, command);
        try {
            JobWatch.watch(loop, pid, () -> gone(number));
        } catch (PosixException endedAlready) {
            loop.execute(() -> gone(number));
        }
    }

    /** It has reported its status. */
    void ended(long number, int status) {
        running.remove(number);
        SlotCommand command = unreported.remove(number);
        if (command != null) {
            command.settle(() -> command.listener().finished(status, ""));
        }
    }

    /** The shell has not started it: it could not fork. */
    void notStarted(long number) {
        SlotCommand command = unreported.get(number);
        if (command != null && command.processes().job() == 0) {
            lost(number);
        }
    }

    /** The shell has ended; what it had not started yet will not be. */
    void shellEnded() {
        List.copyOf(unreported.keySet()).forEach(this::notStarted);
    }

    private void gone(long number) {
        // Its report was written before it ended, so it is in the FIFO now, or will never come.
        readReports.run();
        lost(number);
    }

    private void lost(long number) {
        running.remove(number);
        SlotCommand command = unreported.remove(number);
        if (command != null) {
            command.settle(command.listener()::lost);
        }
    }

    /** The reporting processes of all but one command. */
    Set<Integer> jobsExcept(SlotCommand command) {
        Set<Integer> others = new HashSet<>();
        for (SlotCommand other : unreported.values()) {
            if (other != command) {
                others.add(other.processes().job());
            }
        }
        return others;
    }
}
