package dev.sandshell.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Keeps sessions in memory, at once, and lets the test look. */
final class RecordingStore implements SessionStore {
    final Map<String, KeptSession> kept = new LinkedHashMap<>();

    /** Done from the start, unless a test takes another one. */
    CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

    @Override
    public void save(KeptSession session, Optional<StateSource> state) {
        SessionSpec spec = session.spec();
        kept.put(
                spec.sessionId(),
                new KeptSession(
                        state.flatMap(StateSource::read).map(spec::withState).orElse(spec),
                        session.cwd(),
                        session.createdAtMs(),
                        session.restarts()));
    }

    @Override
    public void forget(String sessionId) {
        kept.remove(sessionId);
    }

    @Override
    public CompletableFuture<Void> settled() {
        return settled;
    }

    @Override
    public void readAll(Consumer<KeptSession> each) {
        kept.values().forEach(each);
    }
}
