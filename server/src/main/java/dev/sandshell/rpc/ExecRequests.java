package dev.sandshell.rpc;

import com.google.common.collect.ImmutableList;
import com.google.re2j.Pattern;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.protocol.EmptyResult;
import dev.sandshell.protocol.ExecGetResult;
import dev.sandshell.protocol.ExecIdParams;
import dev.sandshell.protocol.ExecKillParams;
import dev.sandshell.protocol.ExecListParams;
import dev.sandshell.protocol.ExecListResult;
import dev.sandshell.protocol.ExecReadParams;
import dev.sandshell.protocol.ExecReadResult;
import dev.sandshell.protocol.ExecRunningResult;
import dev.sandshell.protocol.ExecWaitParams;
import dev.sandshell.protocol.ExecWaitResult;
import dev.sandshell.protocol.ExecWriteParams;
import dev.sandshell.protocol.WaitCondition;
import dev.sandshell.session.Exec;
import dev.sandshell.session.ExecWaits;
import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.ShellSession;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The requests about commands that are there. Called on the reader thread; the work is done on the scheduler. */
final class ExecRequests {
    private static final long MAX_READ_BYTES = 1 << 20;
    private static final long MAX_WAIT_MS = Duration.ofHours(1).toMillis();

    private final Handover handover;
    private final SessionRegistry registry;
    private final ExecWaits waits;
    private final SharedWording results = new SharedWording();

    ExecRequests(Handover handover, SessionRegistry registry, ExecWaits waits) {
        this.handover = handover;
        this.registry = registry;
        this.waits = waits;
    }

    CompletableFuture<EmptyResult> write(@Nullable ExecWriteParams given) {
        return handover.checked(
                () -> {
                    ExecWriteParams params = Fields.required("params", given);
                    Fields.id("execId", params.execId());
                    return new Input(
                            params.execId(), ExecArguments.input(params), ExecArguments.isTrue(params.closeStdin()));
                },
                (input, reply) -> Handover.answer(
                        registry.exec(input.execId())
                                .write(input.bytes(), input.closes())
                                .thenApply(nothing -> new EmptyResult()),
                        reply));
    }

    private record Input(String execId, byte[] bytes, boolean closes) {}

    CompletableFuture<ExecRunningResult> interrupt(@Nullable ExecIdParams params) {
        return handover.checked(
                () -> execId(params),
                (id, reply) ->
                        reply.complete(new ExecRunningResult(registry.exec(id).interrupt())));
    }

    private record Kill(String execId, String signal) {}

    CompletableFuture<ExecRunningResult> kill(@Nullable ExecKillParams given) {
        return handover.checked(
                () -> {
                    ExecKillParams params = Fields.required("params", given);
                    return new Kill(Fields.id("execId", params.execId()), ExecArguments.signal(params.signal()));
                },
                (kill, reply) -> reply.complete(
                        new ExecRunningResult(registry.exec(kill.execId()).signal(kill.signal()))));
    }

    CompletableFuture<ExecListResult> listExecs(@Nullable ExecListParams given) {
        ExecListParams params = given == null ? new ExecListParams(null, null) : given;
        return handover.work(reply -> {
            ImmutableList<ShellSession> sessions =
                    params.sessionId() == null ? registry.all() : ImmutableList.of(registry.get(params.sessionId()));
            reply.complete(new ExecListResult(sessions.stream()
                    .flatMap(session -> session.execs().stream())
                    .filter(exec -> params.running() == null || params.running() == exec.isRunning())
                    .map(exec -> ExecMapping.exec(exec.view()))
                    .toList()));
        });
    }

    CompletableFuture<ExecGetResult> getExec(@Nullable ExecIdParams params) {
        return handover.checked(
                () -> execId(params),
                (id, reply) -> reply.complete(
                        new ExecGetResult(ExecMapping.exec(registry.exec(id).view()))));
    }

    private record Read(String execId, long afterSeq, int maxBytes, Duration patience) {}

    CompletableFuture<ExecReadResult> read(@Nullable ExecReadParams given) {
        return handover.checked(
                () -> {
                    ExecReadParams params = Fields.required("params", given);
                    return new Read(
                            Fields.id("execId", params.execId()),
                            Fields.range("afterSeq", params.afterSeq(), 0, Long.MAX_VALUE - 1, 0),
                            (int) Fields.range("maxBytes", params.maxBytes(), 1, MAX_READ_BYTES, MAX_READ_BYTES),
                            Duration.ofMillis(Fields.range("waitMs", params.waitMs(), 0, MAX_WAIT_MS, 0)));
                },
                (read, reply) -> handover.awaiting(
                        waits.read(registry.exec(read.execId()), read.afterSeq(), read.maxBytes(), read.patience()),
                        ExecMapping::reading,
                        reply));
    }

    /**
     * What is waited for.
     *
     * @param log compiled on the reader thread: that can take longer than the scheduler has
     */
    private record Waiting(
            String execId,
            WaitCondition until,
            @Nullable Pattern log,
            @Nullable Duration timeout) {}

    CompletableFuture<ExecWaitResult> await(@Nullable ExecWaitParams given) {
        return handover.checked(
                () -> {
                    ExecWaitParams params = Fields.required("params", given);
                    WaitCondition until = ExecArguments.condition(params.until());
                    return new Waiting(
                            Fields.id("execId", params.execId()),
                            until,
                            until.log() == null ? null : PatternRules.compile("until.log", until.log()),
                            Fields.duration("timeoutMs", params.timeoutMs()));
                },
                (waiting, reply) -> {
                    Exec exec = registry.exec(waiting.execId());
                    WaitCondition until = waiting.until();
                    if (waiting.log() != null) {
                        handover.awaiting(
                                waits.forLog(exec, waiting.log(), waiting.timeout()),
                                match -> new ExecWaitResult(true, match, null),
                                reply);
                    } else if (until.port() != null) {
                        String host = until.host() == null ? "127.0.0.1" : until.host();
                        handover.awaiting(
                                waits.forPort(exec, host, until.port(), waiting.timeout()),
                                nothing -> new ExecWaitResult(true, null, null),
                                reply);
                    } else {
                        handover.awaiting(
                                waits.forExit(exec, waiting.timeout()),
                                result -> new ExecWaitResult(true, null, results.of(result)),
                                reply);
                    }
                });
    }

    private static String execId(@Nullable ExecIdParams params) throws InvalidArgumentException {
        return Fields.id("execId", Fields.required("params", params).execId());
    }
}
