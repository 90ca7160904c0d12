package dev.sandshell.session;

import dev.sandshell.concurrent.Scheduler;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How long one command may run, and how long it may be silent. Confined to the session's scheduler. */
final class TimeLimits {
    private final SessionContext context;
    private final ExecOutput output;
    private final BooleanSupplier isHeldBack;
    private final Runnable timeOut;
    private Scheduler.@Nullable Cancellable timeout;
    private Scheduler.@Nullable Cancellable idleTimeout;

    /**
     * @param isHeldBack whether what the command prints is not looked at, since a client does not read
     * @param timeOut run when it has taken too long, once for each limit at most
     */
    TimeLimits(SessionContext context, ExecOutput output, BooleanSupplier isHeldBack, Runnable timeOut) {
        this.context = context;
        this.output = output;
        this.isHeldBack = isHeldBack;
        this.timeOut = timeOut;
    }

    /**
     * The command begins.
     *
     * @param limit for all of it; null for none
     * @param idleLimit from one output to the next; null for none
     */
    void begin(@Nullable Duration limit, @Nullable Duration idleLimit) {
        if (limit != null) {
            timeout = context.scheduler().schedule(limit, timeOut);
        }
        if (idleLimit != null) {
            watchIdle(idleLimit, idleLimit);
        }
    }

    private void watchIdle(Duration limit, Duration delay) {
        long seenBefore = seen();
        idleTimeout = context.scheduler().schedule(delay, () -> {
            if (isHeldBack.getAsBoolean()) {
                watchIdle(limit, limit);
            } else if (seen() == seenBefore) {
                timeOut.run();
            } else {
                // From the last output on, not from this look at it.
                Duration silent = Duration.ofNanos(context.ticker().read() - output.lastNanos());
                Duration rest = limit.minus(silent);
                watchIdle(limit, rest.isNegative() ? Duration.ZERO : rest);
            }
        });
    }

    private long seen() {
        return output.total(StreamName.STDOUT) + output.total(StreamName.STDERR);
    }

    /** It has ended, or is being ended. */
    void end() {
        if (timeout != null) {
            timeout.cancel();
        }
        if (idleTimeout != null) {
            idleTimeout.cancel();
        }
    }
}
