package dev.sandshell.session;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who is told what happens in a session, in which order, and which commands have to wait for that. Confined to the
 * session's scheduler. Events are numbered from 1 without a gap and kept in the log.
 */
final class Attachments {
    private final String sessionId;
    private final EventLog log;
    private final Set<SessionListener> listeners = new LinkedHashSet<>();
    private final Set<Exec> heldBack = new LinkedHashSet<>();
    private long lastSeq;

    Attachments(String sessionId, EventLog log) {
        this.sessionId = sessionId;
        this.log = log;
    }

    int count() {
        return listeners.size();
    }

    void attach(SessionListener listener) {
        listeners.add(listener);
    }

    void detach(SessionListener listener) {
        listeners.remove(listener);
        drained();
    }

    void changed(SessionView session) {
        listeners.forEach(listener -> listener.changed(session));
    }

    long nextSeq() {
        return ++lastSeq;
    }

    /** Keeps an event and tells it; its number is the last that was taken. */
    void publish(SessionEvent event) {
        log.append(event, forgotten -> {});
        if (event.isTold()) {
            listeners.forEach(event::tell);
        }
    }

    /** A client has room again. */
    void drained() {
        if (!heldBack.isEmpty() && !isSaturated()) {
            Set<Exec> resumed = Set.copyOf(heldBack);
            heldBack.clear();
            resumed.forEach(exec -> exec.setReading(true));
        }
    }

    /** Has a command wait whose output one client cannot take at the moment. */
    void holdBackIfSaturated(Exec exec) {
        if (exec.request().output().streams() && isSaturated() && heldBack.add(exec)) {
            exec.setReading(false);
        }
    }

    private boolean isSaturated() {
        for (SessionListener listener : listeners) {
            if (listener.isSaturated(sessionId)) {
                return true;
            }
        }
        return false;
    }

    /** Nothing of this command can come any more. */
    void release(Exec exec) {
        heldBack.remove(exec);
    }

    /** The session is over. */
    void end() {
        heldBack.clear();
    }
}
