package dev.sandshell.session;

import com.google.common.base.Ticker;
import com.google.common.collect.ImmutableList;
import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.policy.Limits;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The sessions of one server, by id. Confined to its scheduler, like the sessions themselves, so an id is taken before
 * anything is spawned and free again the moment that its session is deleted.
 */
public final class SessionRegistry {
    /** The session of calls that name none. */
    public static final String DEFAULT_SESSION = "default";

    /** Of what there is for the end; the rest is for ending what runs. */
    private static final Duration TIME_TO_KEEP = Duration.ofSeconds(3);

    private final Map<String, ShellSession> sessions = new LinkedHashMap<>();
    private final SessionContext context;
    /** Of the sessions that are not there any more, and whose shells have not ended yet. */
    private final Map<ShellSession, CompletableFuture<Void>> ends = new HashMap<>();

    private boolean isClosed;

    public SessionRegistry(
            ShellBackend backend,
            Scheduler scheduler,
            Limits limits,
            Clock clock,
            Ticker ticker,
            CommandLog history,
            Overflow overflow,
            SessionStore store) {
        context = new SessionContext(
                backend,
                scheduler,
                limits,
                clock,
                ticker,
                new EventLogs(limits.memory(), overflow),
                new ExecIndex(limits),
                new Onlookers(),
                history,
                store);
    }

    public Limits limits() {
        return context.limits();
    }

    /** The commands that have ended, here and elsewhere. */
    public CommandLog history() {
        return context.history();
    }

    /** An id that nobody has used. */
    public String newId(String prefix) {
        // Nothing hangs on its being hard to guess, and the secure source takes its time to load.
        return prefix + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 12);
    }

    /** Tells a client of sessions that come and go from now on. Twice is harmless. */
    public void join(SessionListener client) {
        context.onlookers().join(client);
    }

    /** A client has gone. The sessions go on. */
    public void leave(SessionListener client) {
        context.onlookers().leave(client);
        sessions.values().forEach(session -> session.leave(client));
    }

    /** A client has room again for what {@link SessionListener#cameOrWent} tells. */
    public void onlookerDrained(SessionListener client) {
        context.onlookers().drained(client);
    }

    /** Makes a session and starts its shell; it takes calls at once and runs them when the shell is ready. */
    public Created create(SessionSpec spec) throws RefusedException {
        checkRoomFor(spec.sessionId());
        ShellSession session = new ShellSession(spec, context);
        sessions.put(spec.sessionId(), session);
        CompletableFuture<ShellSession> ready = session.start().whenComplete((started, failure) -> {
            if (failure != null && sessions.remove(spec.sessionId(), session)) {
                // Whatever the attempt has left goes too.
                CompletableFuture<Void> unused = end(session);
            }
        });
        return new Created(session, ready);
    }

    /**
     * Takes up a session that was kept when a server ended; its shell is started when it is needed.
     *
     * @throws RefusedException where there is no room, or its shell is not there any more; it stays kept
     */
    public void takeUp(KeptSession kept) throws RefusedException {
        String id = kept.spec().sessionId();
        checkRoomFor(id);
        sessions.put(id, begunAgain(kept.begunAgain()));
    }

    private ShellSession begunAgain(KeptSession kept) throws RefusedException {
        try {
            return ShellSession.kept(kept, context);
        } catch (RefusedException e) {
            if ("BadCwd".equals(e.details().get("kind"))) {
                return ShellSession.kept(kept.elsewhere(), context);
            }
            throw e;
        }
    }

    private void checkRoomFor(String sessionId) throws RefusedException {
        if (isClosed) {
            throw new RefusedException(RefusalCode.SESSION_TERMINATED, "the server ends, and all sessions with it");
        }
        if (sessions.containsKey(sessionId)) {
            throw new RefusedException(RefusalCode.SESSION_ALREADY_EXISTS, "session " + sessionId + " exists already");
        }
        if (sessions.size() >= context.limits().sessions()) {
            throw new RefusedException(
                    RefusalCode.SESSION_LIMIT, "there are " + sessions.size() + " sessions, which is the limit");
        }
    }

    /** What the shell of a session knows once the calls before this one are over. */
    public CompletableFuture<ShellState> readState(String sessionId) throws RefusedException {
        return get(sessionId).turns().readState();
    }

    /**
     * Makes a session that goes on from where another one is once the calls before this one are over. The id is taken
     * only then: until then somebody else may take it.
     */
    public CompletableFuture<Created> fork(String sessionId, String newId) throws RefusedException {
        ShellSession origin = get(sessionId);
        checkRoomFor(newId);
        return origin.turns().readState().thenCompose(state -> {
            try {
                return CompletableFuture.completedFuture(create(origin.spec().fork(newId, state)));
            } catch (RefusedException e) {
                return CompletableFuture.failedFuture(e);
            }
        });
    }

    /** A new session, and when its shell is ready or has failed to start. */
    public record Created(ShellSession session, CompletableFuture<ShellSession> ready) {}

    public ShellSession get(String sessionId) throws RefusedException {
        ShellSession session = sessions.get(sessionId);
        if (session == null) {
            throw new RefusedException(RefusalCode.SESSION_NOT_FOUND, "there is no session " + sessionId);
        }
        return session;
    }

    public Optional<ShellSession> find(String sessionId) {
        return Optional.ofNullable(sessions.get(sessionId));
    }

    public ImmutableList<ShellSession> all() {
        return ImmutableList.copyOf(sessions.values());
    }

    public Exec exec(String execId) throws RefusedException {
        return context.execs()
                .find(execId)
                .orElseThrow(() -> new RefusedException(RefusalCode.EXEC_NOT_FOUND, "there is no exec " + execId));
    }

    public boolean hasExec(String execId) {
        return context.execs().find(execId).isPresent();
    }

    /** Ends a session; completes with whether it was there, once all of it is gone. */
    public CompletableFuture<Boolean> delete(String sessionId) {
        ShellSession session = sessions.remove(sessionId);
        if (session != null) {
            context.store().forget(sessionId);
        }
        return session == null
                ? CompletableFuture.completedFuture(false)
                : end(session).thenApply(nothing -> true);
    }

    private CompletableFuture<Void> end(ShellSession session) {
        CompletableFuture<Void> gone = session.close();
        ends.put(session, gone);
        return gone.whenComplete((nothing, failure) -> ends.remove(session));
    }

    /**
     * Ends all; completes once they are gone, and those that were about to go. No other is made afterwards: nobody would end it. What the store has of them
     * stays there, as they are now where they can be asked.
     */
    public CompletableFuture<Void> closeAll() {
        isClosed = true;
        return context.store() == SessionStore.NONE ? endAll() : keepAll().thenCompose(nothing -> endAll());
    }

    /** Has what shells know written down, as far as they tell in time. Completes on the scheduler. */
    private CompletableFuture<Void> keepAll() {
        CompletableFuture<?>[] asked =
                sessions.values().stream().map(SessionRegistry::keepPresent).toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> isTime = new CompletableFuture<>();
        Scheduler.Cancellable limit = context.scheduler().schedule(TIME_TO_KEEP, () -> isTime.complete(null));
        return CompletableFuture.anyOf(CompletableFuture.allOf(asked), isTime)
                .thenCompose(nothing -> CompletableFuture.anyOf(context.store().settled(), isTime))
                .thenAcceptAsync(nothing -> limit.cancel(), context.scheduler());
    }

    /** Has the shell write its state down, where it has nothing else to do. */
    private static CompletableFuture<?> keepPresent(ShellSession session) {
        SessionView view = session.view();
        if (view.state() != SessionState.IDLE || view.pid() == 0) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            return session.turns().readState().exceptionally(refused -> null);
        } catch (RefusedException e) {
            return CompletableFuture.completedFuture(null);
        }
    }

    private CompletableFuture<Void> endAll() {
        ImmutableList<ShellSession> ending = all();
        // First, or one that still starts would be closed a second time, as one that could not start.
        sessions.clear();
        ending.forEach(session -> {
            CompletableFuture<Void> unused = end(session);
        });
        return CompletableFuture.allOf(ends.values().toArray(CompletableFuture<?>[]::new))
                .thenCompose(nothing -> context.store().settled());
    }
}
