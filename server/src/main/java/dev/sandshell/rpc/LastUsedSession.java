package dev.sandshell.rpc;

import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.ShellSession;
import java.util.Optional;

/** The session that a client has last made, attached to or run something in; else that of calls that name none. */
final class LastUsedSession implements SessionOfDocument {
    private final SessionRegistry registry;

    /** Confined to the scheduler. */
    private String lastId = SessionRegistry.DEFAULT_SESSION;

    LastUsedSession(SessionRegistry registry) {
        this.registry = registry;
    }

    /** On the scheduler. */
    void used(ShellSession session) {
        lastId = session.id();
    }

    @Override
    public Optional<ShellSession> of(String uri) {
        return registry.find(lastId).or(() -> registry.find(SessionRegistry.DEFAULT_SESSION));
    }
}
