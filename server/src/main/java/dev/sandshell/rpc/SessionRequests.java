package dev.sandshell.rpc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.protocol.EmptyResult;
import dev.sandshell.protocol.SessionAckParams;
import dev.sandshell.protocol.SessionAttachParams;
import dev.sandshell.protocol.SessionAttachResult;
import dev.sandshell.protocol.SessionCreateParams;
import dev.sandshell.protocol.SessionDeleteResult;
import dev.sandshell.protocol.SessionForkParams;
import dev.sandshell.protocol.SessionGetEnvParams;
import dev.sandshell.protocol.SessionGetEnvResult;
import dev.sandshell.protocol.SessionHistoryParams;
import dev.sandshell.protocol.SessionHistoryResult;
import dev.sandshell.protocol.SessionListParams;
import dev.sandshell.protocol.SessionListResult;
import dev.sandshell.protocol.SessionParams;
import dev.sandshell.protocol.SessionResetParams;
import dev.sandshell.protocol.SessionRestoreParams;
import dev.sandshell.protocol.SessionResult;
import dev.sandshell.protocol.SessionSetEnvParams;
import dev.sandshell.protocol.SessionSnapshotResult;
import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.ShellSession;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The requests about sessions. Called on the reader thread; the work is done on the scheduler. */
final class SessionRequests {
    private final Handover handover;
    private final SessionRegistry registry;
    private final ClientChannel channel;

    private Consumer<ShellSession> whenUsed = session -> {};

    /** Confined to the scheduler. */
    private boolean hasLeft;

    SessionRequests(Handover handover, SessionRegistry registry, ClientChannel channel) {
        this.handover = handover;
        this.registry = registry;
        this.channel = channel;
    }

    /** Somebody wants to know which sessions the client makes or attaches to; before it does. */
    void tellUses(LastUsedSession listener) {
        whenUsed = listener::used;
    }

    CompletableFuture<SessionResult> createSession(@Nullable SessionCreateParams params) {
        return handover.checked(
                () -> SessionArguments.create(params, registry.newId("session-")),
                (spec, reply) -> Handover.answer(attached(registry.create(spec)), reply));
    }

    CompletableFuture<SessionListResult> listSessions(@Nullable SessionListParams params) {
        return handover.work(reply -> reply.complete(new SessionListResult(registry.all().stream()
                .map(session -> SessionMapping.session(session.view()))
                .toList())));
    }

    CompletableFuture<SessionResult> getSession(@Nullable SessionParams params) {
        return handover.checked(() -> id(params), (id, reply) -> reply.complete(result(registry.get(id))));
    }

    CompletableFuture<SessionDeleteResult> deleteSession(@Nullable SessionParams params) {
        return handover.checked(
                () -> id(params),
                (id, reply) -> Handover.answer(registry.delete(id).thenApply(SessionDeleteResult::new), reply));
    }

    CompletableFuture<SessionResult> resetSession(@Nullable SessionResetParams given) {
        return handover.checked(
                () -> {
                    SessionResetParams params = Fields.required("params", given);
                    Fields.id("sessionId", params.sessionId());
                    return params;
                },
                (params, reply) -> Handover.answer(
                        registry.get(params.sessionId())
                                .reset(ExecArguments.isTrue(params.keepState()))
                                .thenApply(SessionRequests::result),
                        reply));
    }

    private record EnvironmentChange(String sessionId, ImmutableMap<String, Optional<String>> env) {}

    CompletableFuture<EmptyResult> setEnv(@Nullable SessionSetEnvParams given) {
        return handover.checked(
                () -> {
                    SessionSetEnvParams params = Fields.required("params", given);
                    return new EnvironmentChange(
                            Fields.id("sessionId", params.sessionId()),
                            Fields.environment("env", Fields.required("env", params.env())));
                },
                (change, reply) -> Handover.answer(
                        registry.get(change.sessionId())
                                .turns()
                                .setEnvironment(change.env())
                                .thenApply(nothing -> new EmptyResult()),
                        reply));
    }

    private record Variables(String sessionId, ImmutableList<String> names) {}

    CompletableFuture<SessionGetEnvResult> getEnv(@Nullable SessionGetEnvParams given) {
        return handover.checked(
                () -> {
                    SessionGetEnvParams params = Fields.required("params", given);
                    return new Variables(
                            Fields.id("sessionId", params.sessionId()), Fields.names("names", params.names()));
                },
                (variables, reply) -> Handover.answer(
                        registry.get(variables.sessionId())
                                .turns()
                                .environment(variables.names())
                                .thenApply(SessionGetEnvResult::new),
                        reply));
    }

    private record Attachment(String sessionId, OptionalLong afterSeq) {}

    CompletableFuture<SessionAttachResult> attach(@Nullable SessionAttachParams given) {
        return handover.checked(
                () -> {
                    SessionAttachParams params = Fields.required("params", given);
                    String id = Fields.id("sessionId", params.sessionId());
                    long afterSeq = Fields.range("afterSeq", params.afterSeq(), 0, Long.MAX_VALUE, 0);
                    return new Attachment(
                            id, params.afterSeq() == null ? OptionalLong.empty() : OptionalLong.of(afterSeq));
                },
                (asked, reply) -> {
                    ShellSession session = registry.get(asked.sessionId());
                    whenUsed.accept(session);
                    session.attach(
                            channel,
                            asked.afterSeq(),
                            replay -> channel.answerInOrder(
                                    session.id(),
                                    new SessionAttachResult(
                                            SessionMapping.session(session.view()),
                                            replay.fromSeq(),
                                            replay.isTruncated()),
                                    reply));
                });
    }

    CompletableFuture<EmptyResult> detach(@Nullable SessionParams params) {
        return handover.checked(() -> id(params), (id, reply) -> {
            registry.get(id).detach(channel);
            channel.answerInOrder(id, new EmptyResult(), reply);
        });
    }

    /** Nobody waits for an answer, so what makes no sense is passed over. */
    void acknowledge(@Nullable SessionAckParams params) {
        if (params != null && params.sessionId() != null && params.bytes() > 0) {
            handover.tell(() -> registry.find(params.sessionId())
                    .ifPresent(session -> session.acknowledge(channel, params.bytes())));
        }
    }

    /** The client is ready to be told of sessions that come and go. Called on the scheduler. */
    void join() {
        if (!hasLeft) {
            registry.join(channel);
        }
    }

    /** The client has gone. */
    void leave() {
        handover.end(() -> {
            hasLeft = true;
            registry.leave(channel);
        });
    }

    CompletableFuture<SessionHistoryResult> history(@Nullable SessionHistoryParams params) {
        return handover.checked(
                () -> HistoryMapping.query(params, registry.limits().history()),
                (query, reply) ->
                        Handover.answer(registry.history().find(query).thenApply(HistoryMapping::result), reply));
    }

    CompletableFuture<SessionSnapshotResult> snapshotSession(@Nullable SessionParams params) {
        return handover.checked(
                () -> id(params),
                (id, reply) -> Handover.answer(
                        registry.readState(id).thenApply(state -> new SessionSnapshotResult(SnapshotText.of(state))),
                        reply));
    }

    CompletableFuture<SessionResult> restoreSession(@Nullable SessionRestoreParams params) {
        return handover.checked(
                () -> SessionArguments.restore(
                        params, registry.newId("session-"), registry.limits().snapshotBytes()),
                (spec, reply) -> Handover.answer(attached(registry.create(spec)), reply));
    }

    private record Fork(String sessionId, String newId) {}

    CompletableFuture<SessionResult> forkSession(@Nullable SessionForkParams given) {
        return handover.checked(
                () -> {
                    SessionForkParams params = Fields.required("params", given);
                    String newId = params.newSessionId();
                    return new Fork(
                            Fields.id("sessionId", params.sessionId()),
                            newId == null ? registry.newId("session-") : Fields.id("newSessionId", newId));
                },
                (fork, reply) -> Handover.answer(
                        registry.fork(fork.sessionId(), fork.newId()).thenCompose(this::attached), reply));
    }

    /** The answer about a session that the client has made, and is attached to from its first event on. */
    private CompletableFuture<SessionResult> attached(SessionRegistry.Created created) {
        whenUsed.accept(created.session());
        created.session().attach(channel);
        return created.ready().thenApply(SessionRequests::result);
    }

    private static String id(@Nullable SessionParams params) throws InvalidArgumentException {
        return Fields.id("sessionId", Fields.required("params", params).sessionId());
    }

    private static SessionResult result(ShellSession session) {
        return new SessionResult(SessionMapping.session(session.view()));
    }
}
