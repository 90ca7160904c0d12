package dev.sandshell.session;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.session.RunningCommand.Stop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Stops a command that may not want to: interrupt, SIGTERM, SIGKILL, and last the shell that it may be running in, one
 * step apart. Starting it twice changes nothing; it ends itself with its last step, or by {@link #cancel}. Confined to
 * the scheduler.
 */
final class Escalation {
    private final Scheduler scheduler;
    private final Duration step;
    private final RunningCommand command;
    private Scheduler.@Nullable Cancellable next;
    private boolean isStarted;

    Escalation(Scheduler scheduler, Duration step, RunningCommand command) {
        this.scheduler = scheduler;
        this.step = step;
        this.command = command;
    }

    void start() {
        if (!isStarted) {
            isStarted = true;
            perform(0);
        }
    }

    void cancel() {
        isStarted = true;
        if (next != null) {
            next.cancel();
        }
    }

    private void perform(int index) {
        Stop[] steps = Stop.values();
        command.stop(steps[index]);
        if (index + 1 < steps.length) {
            next = scheduler.schedule(step, () -> perform(index + 1));
        }
    }
}
