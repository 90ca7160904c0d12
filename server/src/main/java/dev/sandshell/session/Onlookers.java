package dev.sandshell.session;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * All clients of a server: they are told of sessions that come and go, whoever has made or ended them. Confined to the
 * scheduler.
 *
 * <p>For a client that takes no more the last news of each session is kept until it does, and none of a session that has
 * come and gone since. So no more waits for it than one for each session that it knows of, and one for each that lives.
 */
final class Onlookers {
    /** @param wasKnown whether the client may know of the session, or of one of its id before */
    private record News(SessionView session, boolean wasKnown) {}

    /** What each client has not been told. */
    private final Map<SessionListener, Map<String, News>> untold = new LinkedHashMap<>();

    /** The client is told from now on. Twice is harmless. */
    void join(SessionListener client) {
        untold.computeIfAbsent(client, fresh -> new LinkedHashMap<>());
    }

    /** The client has gone. */
    void leave(SessionListener client) {
        untold.remove(client);
    }

    /** A session is there. */
    void came(SessionView session, Predicate<SessionListener> isToldAnyway) {
        untold.forEach((client, news) -> {
            if (!isToldAnyway.test(client) && (!news.isEmpty() || !client.cameOrWent(session))) {
                News before = news.get(session.sessionId());
                news.put(session.sessionId(), new News(session, before != null && before.wasKnown()));
            }
        });
    }

    /**
     * A session is over.
     *
     * @param hasCome whether all have been told of it; whoever takes no more is not told of the end of one that has not
     */
    void went(SessionView session, boolean hasCome, Predicate<SessionListener> isToldAnyway) {
        untold.forEach((client, news) -> {
            if (!isToldAnyway.test(client) && (!news.isEmpty() || !client.cameOrWent(session))) {
                News before = news.remove(session.sessionId());
                if (before == null ? hasCome : before.wasKnown()) {
                    news.put(session.sessionId(), new News(session, true));
                }
            }
        });
    }

    /** The client is told what it is told of this session by its attachment, from its state of now on. */
    void attached(SessionListener client, String sessionId) {
        Map<String, News> news = untold.get(client);
        if (news != null) {
            news.remove(sessionId);
        }
    }

    /** The client has room again. */
    void drained(SessionListener client) {
        Map<String, News> news = untold.getOrDefault(client, Map.of());
        for (Iterator<News> next = news.values().iterator(); next.hasNext(); ) {
            if (!client.cameOrWent(next.next().session())) {
                return;
            }
            next.remove();
        }
    }
}
