package dev.sandshell.session;

import dev.sandshell.concurrent.Scheduler;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells what has become of a session: at once, or soon where nobody waits for it, and then only what has not changed back
 * meanwhile. Most commands take less time than a person could see the session busy for. Confined to the scheduler.
 */
final class SessionChanges {
    private static final Duration DELAY = Duration.ofMillis(20);

    private final Scheduler scheduler;
    private final Supplier<SessionView> session;
    private final Consumer<SessionView> publish;
    private @Nullable SessionView last;
    private Scheduler.@Nullable Cancellable due;

    SessionChanges(Scheduler scheduler, Supplier<SessionView> session, Consumer<SessionView> publish) {
        this.scheduler = scheduler;
        this.session = session;
        this.publish = publish;
    }

    void tellNow() {
        SessionView view = session.get();
        last = view;
        publish.accept(view);
    }

    void tellSoon() {
        if (due == null) {
            due = scheduler.schedule(DELAY, () -> {
                due = null;
                if (!session.get().equals(last)) {
                    tellNow();
                }
            });
        }
    }

    /** The last is told. */
    void end() {
        tellNow();
        if (due != null) {
            due.cancel();
            due = null;
        }
    }
}
