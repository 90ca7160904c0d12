package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.protocol.Session;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that have been heard of, and who is told of them. Any thread may look and listen; the thread of
 * {@link Sessions} writes, and tells.
 */
final class KnownSessions {
    private static final Logger LOG = Logger.getLogger(KnownSessions.class.getName());

    private final Function<SessionView, KnownSession> make;
    private final List<SessionsListener> listeners = new CopyOnWriteArrayList<>();

    /** Never changed but replaced, so that others may look at any time. */
    private volatile Map<String, KnownSession> sessions = Map.of();

    KnownSessions(Function<SessionView, KnownSession> make) {
        this.make = make;
    }

    Registration addListener(SessionsListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    Collection<KnownSession> all() {
        return Collections.unmodifiableCollection(sessions.values());
    }

    @Nullable
    KnownSession get(String sessionId) {
        return sessions.get(sessionId);
    }

    /** What the server says of a session, which may be a new one. */
    SessionView update(Session session) {
        KnownSession known = sessions.get(session.sessionId());
        if (known == null) {
            known = make.apply(new SessionView(session));
            Map<String, KnownSession> more = new LinkedHashMap<>(sessions);
            more.put(session.sessionId(), known);
            sessions = more;
        }
        SessionView view = known.view();
        view.update(session);
        tell(listener -> listener.changed(view));
        return view;
    }

    void forget(String sessionId) {
        KnownSession known = sessions.get(sessionId);
        if (known != null) {
            Map<String, KnownSession> fewer = new LinkedHashMap<>(sessions);
            fewer.remove(sessionId);
            sessions = fewer;
            known.view().terminate();
            tell(listener -> listener.changed(known.view()));
        }
    }

    /** Others than these are over. */
    void keep(Set<String> sessionIds) {
        sessions.keySet().stream()
                .filter(id -> !sessionIds.contains(id))
                .toList()
                .forEach(this::forget);
    }

    /** Something has happened, or comes again; answers the session that it has happened in, where that is known. */
    @Nullable
    KnownSession take(SessionEvent event) {
        KnownSession known = sessions.get(event.sessionId());
        if (known == null) {
            return null;
        }
        SessionView view = known.view();
        boolean isNew = event.seq() > view.lastSeq();
        if (isNew) {
            ExecView exec = view.take(event);
            Happening happening = new Happening(view, event, exec);
            tell(listener -> listener.happened(happening));
        }
        known.screens().show(event, isNew);
        return known;
    }

    /** One that fails is not to keep the others from being told. */
    void tell(Consumer<SessionsListener> what) {
        for (SessionsListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "a listener has failed", e);
            }
        }
    }

    void tellNobody() {
        listeners.clear();
    }
}
