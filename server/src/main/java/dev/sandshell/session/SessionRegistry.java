package dev.sandshell.session;

import com.google.common.base.Ticker;
import com.google.common.collect.ImmutableList;
import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.policy.Limits;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.time.Clock;
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

    private final Map<String, ShellSession> sessions = new LinkedHashMap<>();
    private final SessionContext context;
    private boolean isClosed;

    public SessionRegistry(
            ShellBackend backend,
            Scheduler scheduler,
            Limits limits,
            Clock clock,
            Ticker ticker,
            CommandLog history,
            Overflow overflow) {
        context = new SessionContext(
                backend,
                scheduler,
                limits,
                clock,
                ticker,
                new EventLogs(limits.memory(), overflow),
                new ExecIndex(limits),
                history);
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

    /** Makes a session and starts its shell; it takes calls at once and runs them when the shell is ready. */
    public Created create(SessionSpec spec) throws RefusedException {
        checkRoomFor(spec.sessionId());
        ShellSession session = new ShellSession(spec, context);
        sessions.put(spec.sessionId(), session);
        CompletableFuture<ShellSession> ready = session.start().whenComplete((started, failure) -> {
            if (failure != null && sessions.remove(spec.sessionId(), session)) {
                // Whatever the attempt has left goes too.
                CompletableFuture<Void> unused = session.close();
            }
        });
        return new Created(session, ready);
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
        return session == null
                ? CompletableFuture.completedFuture(false)
                : session.close().thenApply(nothing -> true);
    }

    /** Ends all; completes once they are gone. No other is made afterwards: nobody would end it. */
    public CompletableFuture<Void> closeAll() {
        isClosed = true;
        ImmutableList<ShellSession> ending = all();
        // First, or one that still starts would be closed a second time, as one that could not start.
        sessions.clear();
        CompletableFuture<?>[] closing =
                ending.stream().map(ShellSession::close).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(closing);
    }
}
