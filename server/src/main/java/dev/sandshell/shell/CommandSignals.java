package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.posix.ProcessTable.Entry;
import dev.sandshell.posix.Processes;
import dev.sandshell.posix.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Signals to the processes of one session's commands, which workers look up. Confined to the event loop.
 */
final class CommandSignals {
    private static final Duration KILL_AGAIN = Duration.ofMillis(10);
    private static final int MAX_KILL_ROUNDS = 20;

    private final Scheduler loop;
    private final Executor workers;
    private final BackgroundJobs jobs;
    private final Predicate<SlotCommand> isLive;
    private final Predicate<SlotCommand> isForeground;
    private final Runnable killShell;

    /**
     * @param isLive whether something may still hold a command's streams
     * @param isForeground whether the shell itself runs it now
     */
    CommandSignals(
            Scheduler loop,
            Executor workers,
            BackgroundJobs jobs,
            Predicate<SlotCommand> isLive,
            Predicate<SlotCommand> isForeground,
            Runnable killShell) {
        this.loop = loop;
        this.workers = workers;
        this.jobs = jobs;
        this.isLive = isLive;
        this.isForeground = isForeground;
        this.killShell = killShell;
    }

    /**
     * Signals all processes of a command, as often as it takes where they are to be killed.
     *
     * @param withShell whether the shell that the command runs in is to be killed as well
     */
    void send(SlotCommand command, Signal signal, boolean withShell) {
        send(command, signal, withShell, MAX_KILL_ROUNDS);
    }

    /** Looked up by a worker, signalled here, so that it is still known whether the command is what runs. */
    private void send(SlotCommand command, Signal signal, boolean withShell, int rounds) {
        Set<Integer> others = jobs.jobsExcept(command);
        int job = command.processes().job();
        // A job's process group stands still meanwhile, or one of its shells might fork between the look and the
        // signal.
        Processes.signalGroup(job, Signal.SIGSTOP);
        workers.execute(() -> {
            List<Entry> members = command.processes().find(others);
            loop.execute(() -> {
                loop.execute(() -> Processes.signalGroup(job, Signal.SIGCONT));
                if (isLive.test(command)) {
                    members.forEach(member -> Processes.signal(member.pid(), signal));
                    if (signal == Signal.SIGKILL) {
                        followKill(command, withShell, rounds, members.isEmpty());
                    }
                }
            });
        });
    }

    /** Looks up the processes of a command, and comes back with them. */
    void members(SlotCommand command, Consumer<List<Entry>> found) {
        Set<Integer> others = jobs.jobsExcept(command);
        workers.execute(() -> {
            List<Entry> members = command.processes().find(others);
            loop.execute(() -> found.accept(members));
        });
    }

    private void followKill(SlotCommand command, boolean withShell, int rounds, boolean hasNoMembers) {
        int job = command.processes().job();
        if (isForeground.test(command) && (withShell || hasNoMembers)) {
            killShell.run();
        } else if (job != 0 && withShell) {
            Processes.signal(job, Signal.SIGKILL);
        }
        if (!hasNoMembers && rounds > 0) {
            // Whoever was forking when it was looked up has left a child behind.
            loop.schedule(KILL_AGAIN, () -> send(command, Signal.SIGKILL, false, rounds - 1));
        }
    }
}
