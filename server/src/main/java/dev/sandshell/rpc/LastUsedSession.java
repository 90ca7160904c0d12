package dev.sandshell.rpc;

import dev.sandshell.scripts.SessionOfDocument;
import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.ShellSession;
import java.util.Optional;

/**
 * The session that a client has itself last made, attached to or run something in; else what others say; else that of calls
 * that name none.
 */
final class LastUsedSession implements SessionOfDocument {
    private final SessionRegistry registry;

    private final SessionOfDocument others;

    /** Confined to the scheduler. */
    private String lastId = "";

    LastUsedSession(SessionRegistry registry, SessionOfDocument others) {
        this.registry = registry;
        this.others = others;
    }

    /** On the scheduler. */
    void used(ShellSession session) {
        lastId = session.id();
    }

    @Override
    public Optional<ShellSession> of(String uri) {
        return registry.find(lastId).or(() -> others.of(uri)).or(() -> registry.find(SessionRegistry.DEFAULT_SESSION));
    }
}
