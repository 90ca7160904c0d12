package dev.sandshell.intellij.core.sessions;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is shown a session's events, and how much of its output has been taken. Confined to the thread of {@link Sessions}.
 */
final class SessionScreens {
    /** What the protocol recommends: below it, nobody waits. */
    private static final long ACKNOWLEDGE_AT = 5_000;

    private @Nullable Screen screen;

    /** Further screens, and how many bytes of what they have been shown each has still to take. */
    private final IdentityHashMap<Screen, Long> watchers = new IdentityHashMap<>();

    /** Bytes of output that have been taken and not acknowledged. */
    private long unacknowledged;

    void put(Screen screen) {
        this.screen = screen;
    }

    void remove(Screen screen) {
        if (this.screen == screen) {
            this.screen = null;
        }
    }

    /** The session is another server's. */
    void beginAgain() {
        if (screen != null) {
            screen.begin(0, true);
        }
    }

    void watch(Screen watcher) {
        watchers.put(watcher, 0L);
    }

    void unwatch(Screen watcher) {
        watchers.remove(watcher);
    }

    /** @param isNew it has not come before; what comes again is for the screen that has asked for it */
    void show(SessionEvent event, boolean isNew) {
        if (isNew) {
            List<Screen> all = new ArrayList<>(watchers.keySet());
            for (Screen watcher : all) {
                watchers.merge(watcher, event.bytes(), Long::sum);
                watcher.show(event);
            }
        }
        if (screen == null) {
            taken(event.bytes());
        } else {
            screen.show(event);
        }
    }

    /** The screen has taken so much; where there is none, that is all. */
    void taken(long bytes) {
        unacknowledged += bytes;
    }

    void taken(Screen watcher, long bytes) {
        watchers.computeIfPresent(watcher, (same, owed) -> Math.max(0, owed - bytes));
    }

    /** How many bytes are to be acknowledged now, which then they are. The slowest of the watchers is waited for. */
    long acknowledge() {
        long slowest =
                watchers.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long bytes = unacknowledged - slowest;
        if (bytes < ACKNOWLEDGE_AT) {
            return 0;
        }
        unacknowledged -= bytes;
        return bytes;
    }
}
