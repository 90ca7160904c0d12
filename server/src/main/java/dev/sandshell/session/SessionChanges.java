package dev.sandshell.session;

import dev.sandshell.concurrent.Scheduler;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells what has become of a session: at once, or soon where nobody waits for it, and then only what has not changed back
 * meanwhile. Most commands take less time than a person could see the session busy for. Whoever is attached is told of each
 * change; everybody else of the first state once it has started, and of its end. Confined to the scheduler.
 */
final class SessionChanges {
    private static final Duration DELAY = Duration.ofMillis(20);

    private final Scheduler scheduler;
    private final Supplier<SessionView> session;
    private final Attachments attachments;
    private final Onlookers onlookers;
    private boolean hasCome;
    private @Nullable SessionView last;
    private Scheduler.@Nullable Cancellable due;

    SessionChanges(Scheduler scheduler, Supplier<SessionView> session, Attachments attachments, Onlookers onlookers) {
        this.scheduler = scheduler;
        this.session = session;
        this.attachments = attachments;
        this.onlookers = onlookers;
    }

    /** It was there before any client was. */
    void isKnown() {
        hasCome = true;
    }

    void tellNow() {
        SessionView view = session.get();
        last = view;
        attachments.changed(view);
        if (!hasCome && view.state() != SessionState.STARTING) {
            hasCome = true;
            onlookers.came(view, attachments::isAttached);
        }
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
        SessionView view = session.get();
        attachments.changed(view);
        onlookers.went(view, hasCome, attachments::isAttached);
        if (due != null) {
            due.cancel();
            due = null;
        }
    }
}
