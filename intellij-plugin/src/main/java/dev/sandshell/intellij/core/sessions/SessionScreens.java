package dev.sandshell.intellij.core.sessions;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is shown a session's events, and how much of its output has been taken. Confined to the thread of {@link Sessions}, but
 * for {@link #leads}.
 */
final class SessionScreens {
    /** What the protocol recommends: below it, nobody waits. */
    private static final long ACKNOWLEDGE_AT = 5_000;

    /** What one screen is shown. */
    private static final class Showing {
        final boolean onlyNew;

        /** What comes is not what follows for it. */
        boolean isInterrupted;

        /** How many bytes of what it has been shown it has still to take. */
        long owed;

        Showing(boolean onlyNew) {
            this.onlyNew = onlyNew;
        }
    }

    private final IdentityHashMap<Screen, Showing> screens = new IdentityHashMap<>();

    /** The one that stands for the session's terminal. */
    private volatile @Nullable Screen leader;

    /** Bytes of output that have come and are not acknowledged. */
    private long unacknowledged;

    /** From now on it is shown what comes, also where that comes again. */
    void put(Screen screen) {
        screens.computeIfAbsent(screen, same -> new Showing(false)).isInterrupted = false;
        if (leader == null) {
            leader = screen;
        }
    }

    /** From now on it is shown what is new. */
    void watch(Screen screen) {
        screens.put(screen, new Showing(true));
    }

    /** It is shown nothing more, and nobody waits for it. */
    void remove(Screen screen) {
        screens.remove(screen);
        if (leader == screen) {
            leader = screens.entrySet().stream()
                    .filter(entry -> !entry.getValue().onlyNew)
                    .map(Map.Entry::getKey)
                    .findAny()
                    .orElse(null);
        }
    }

    /** Of several screens, this one has the say: its size is the session's, and it answers programs. */
    void lead(Screen screen) {
        leader = screen;
    }

    /** Whether it has the say. Any thread may ask. */
    boolean leads(Screen screen) {
        return leader == screen;
    }

    /** There is another connection, which goes on where the last screen was; each is shown nothing before it is put again. */
    void interrupt() {
        screens.values().forEach(showing -> showing.isInterrupted = !showing.onlyNew);
    }

    /** The session is another server's. */
    void beginAgain() {
        screens.forEach((screen, showing) -> {
            if (!showing.onlyNew) {
                screen.begin(0, true);
            }
        });
    }

    /** @param isNew it has not come before; what comes again is not for those that only watch */
    void show(SessionEvent event, boolean isNew) {
        long bytes = event.bytes();
        unacknowledged += bytes;
        // One that has seen enough may go while it is shown this.
        for (Map.Entry<Screen, Showing> entry : List.copyOf(screens.entrySet())) {
            Showing showing = entry.getValue();
            if (showing.onlyNew ? isNew : !showing.isInterrupted) {
                showing.owed += bytes;
                entry.getKey().show(event);
            }
        }
    }

    void taken(Screen screen, long bytes) {
        Showing showing = screens.get(screen);
        if (showing != null) {
            showing.owed = Math.max(0, showing.owed - bytes);
        }
    }

    /** How many bytes are to be acknowledged now, which then they are. The slowest is waited for; without a screen, nobody is. */
    long acknowledge() {
        long slowest = screens.values().stream()
                .mapToLong(showing -> showing.owed)
                .max()
                .orElse(0);
        long bytes = unacknowledged - slowest;
        if (bytes < ACKNOWLEDGE_AT) {
            return 0;
        }
        unacknowledged -= bytes;
        return bytes;
    }
}
