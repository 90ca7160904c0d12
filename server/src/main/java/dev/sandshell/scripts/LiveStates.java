package dev.sandshell.scripts;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.live.LiveState;
import dev.sandshell.session.SessionState;
import dev.sandshell.session.SessionView;
import dev.sandshell.session.ShellBackend;
import dev.sandshell.session.ShellHoldings;
import dev.sandshell.session.ShellSession;
import dev.sandshell.session.StateSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What is known of sessions without asking their shells: read off what each has written down at its last prompt, once for
 * each prompt and only when somebody wants to know. Asked on the scheduler; reads on the reader, one at a time; keeps what
 * the last {@value #MOST_KEPT} sessions held.
 */
final class LiveStates {
    private static final int MOST_KEPT = 4;

    /** A shell that takes a prompt after the other writes over what is being read; then the newer is read. */
    private static final int MOST_TRIES = 5;

    /** For what a shell still writes after it has answered a call; a person's command may keep it from that. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private static final CompletableFuture<?> DONE = CompletableFuture.completedFuture(null);

    private final ShellBackend shells;
    private final Scheduler scheduler;
    private final Executor reader;

    /** Confined to the reader. */
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Kept(long number, ShellHoldings holdings) {}

    LiveStates(ShellBackend shells, Scheduler scheduler, Executor reader) {
        this.shells = shells;
        this.scheduler = scheduler;
        this.reader = reader;
    }

    /** What is known of a session; completes on the reader. Waits for no command, however long it runs. */
    CompletableFuture<LiveState> of(ShellSession session) {
        CompletableFuture<?> settled = session.lastState()
                .<CompletableFuture<?>>map(StateSource::settled)
                .orElse(DONE);
        if (settled.isDone() || session.view().state() != SessionState.IDLE) {
            return of(session, 1);
        }
        CompletableFuture<Void> isTime = new CompletableFuture<>();
        Scheduler.Cancellable limit = scheduler.schedule(PATIENCE, () -> isTime.complete(null));
        return CompletableFuture.anyOf(settled, isTime).thenCompose(nothing -> {
            limit.cancel();
            return of(session, 1);
        });
    }

    private CompletableFuture<LiveState> of(ShellSession session, int tries) {
        SessionView view = session.view();
        Optional<StateSource> source = session.lastState();
        return CompletableFuture.supplyAsync(() -> holdings(view, source, tries), reader)
                .thenCompose(found -> found.isPresent()
                        ? CompletableFuture.completedFuture(live(view, found.get()))
                        : CompletableFuture.completedFuture(session)
                                .thenComposeAsync(again -> of(again, tries + 1), scheduler));
    }

    private static LiveState live(SessionView view, ShellHoldings holdings) {
        boolean isBusy = view.state() == SessionState.BUSY || view.state() == SessionState.STARTING;
        return new LiveState(view.sessionId(), view.shell(), view.cwd(), isBusy, holdings);
    }

    /** Nothing where it has to be tried again. */
    private Optional<ShellHoldings> holdings(SessionView view, Optional<StateSource> source, int tries) {
        String key = view.createdAtMs() + " " + view.sessionId();
        Kept before = kept.get(key);
        long number = source.map(StateSource::number).orElse(0L);
        if (before != null && number != 0 && before.number() == number) {
            return Optional.of(before.holdings());
        }
        Optional<ShellHoldings> read = source.flatMap(StateSource::read).map(shells::holdings);
        if (read.isPresent()) {
            kept.put(key, new Kept(number, read.get()));
            return read;
        }
        if (before != null) {
            return Optional.of(before.holdings());
        }
        return source.isEmpty() || tries >= MOST_TRIES ? Optional.of(ShellHoldings.NONE) : Optional.empty();
    }
}
