package dev.sandshell.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The port to what keeps sessions beyond their server, however that ends. Any thread may call; but for {@link #readAll}
 * no call waits. It never fails for want of a place to write to: then the sessions end with their server.
 */
public interface SessionStore {
    /** Keeps nothing. */
    SessionStore NONE = new SessionStore() {
        @Override
        public void save(KeptSession session, Optional<StateSource> state) {}

        @Override
        public void forget(String sessionId) {}

        @Override
        public CompletableFuture<Void> settled() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void readAll(Consumer<KeptSession> each) {}
    };

    /**
     * Keeps a session as it is now, instead of how it was. While another write is under way only the newest of a session
     * waits.
     *
     * @param session its facts, without the state
     * @param state the state, read when it is written; where it has nothing to give any more, what was written stays
     */
    void save(KeptSession session, Optional<StateSource> state);

    /** Keeps a session no longer; none of that id is harmless. */
    void forget(String sessionId);

    /** Completes, on any thread, once all that was asked for before has been done. */
    CompletableFuture<Void> settled();

    /** Reads what was kept, the oldest session first, one at a time: their states may be large. Waits for the disk. */
    void readAll(Consumer<KeptSession> each);
}
