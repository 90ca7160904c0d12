package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Looks again and again at what nobody tells of, after pauses that grow. Confined to the event loop. */
final class Looks {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMillis(200);

    private final Scheduler scheduler;
    private final Runnable look;
    private final BooleanSupplier goesOn;
    private Scheduler.@Nullable Cancellable next;

    /**
     * Does not look yet.
     *
     * @param look may call this, which begins again
     * @param goesOn whether another look is worth while
     */
    Looks(Scheduler scheduler, Runnable look, BooleanSupplier goesOn) {
        this.scheduler = scheduler;
        this.look = look;
        this.goesOn = goesOn;
    }

    /** Looks after this time, in place of the next look if there was to be one. */
    void after(Duration delay) {
        stop();
        next = scheduler.schedule(delay, () -> {
            next = null;
            look.run();
            if (next == null && goesOn.getAsBoolean()) {
                Duration longer = delay.isZero() ? SHORTEST : delay.multipliedBy(2);
                after(longer.compareTo(LONGEST) > 0 ? LONGEST : longer);
            }
        });
    }

    /** Looks after the shortest time, unless it is about to look already. */
    void soon() {
        if (next == null) {
            after(SHORTEST);
        }
    }

    void stop() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }
}
