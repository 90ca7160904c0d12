package dev.sandshell.rpc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.protocol.ClientCapabilities;
import dev.sandshell.protocol.EmptyResult;
import dev.sandshell.protocol.ExecGetResult;
import dev.sandshell.protocol.ExecIdParams;
import dev.sandshell.protocol.ExecKillParams;
import dev.sandshell.protocol.ExecListParams;
import dev.sandshell.protocol.ExecListResult;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecReadParams;
import dev.sandshell.protocol.ExecReadResult;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.ExecRunningResult;
import dev.sandshell.protocol.ExecWaitParams;
import dev.sandshell.protocol.ExecWaitResult;
import dev.sandshell.protocol.ExecWriteParams;
import dev.sandshell.protocol.InitializeParams;
import dev.sandshell.protocol.InitializeResult;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.SandboxServer;
import dev.sandshell.protocol.SessionCreateParams;
import dev.sandshell.protocol.SessionDeleteResult;
import dev.sandshell.protocol.SessionGetEnvParams;
import dev.sandshell.protocol.SessionGetEnvResult;
import dev.sandshell.protocol.SessionListParams;
import dev.sandshell.protocol.SessionListResult;
import dev.sandshell.protocol.SessionParams;
import dev.sandshell.protocol.SessionResetParams;
import dev.sandshell.protocol.SessionResult;
import dev.sandshell.protocol.SessionSetEnvParams;
import dev.sandshell.protocol.SetTraceParams;
import dev.sandshell.protocol.WaitCondition;
import dev.sandshell.protocol.WorkDoneProgressCancelParams;
import dev.sandshell.protocol.WorkDoneProgressCreateParams;
import dev.sandshell.session.Exec;
import dev.sandshell.session.ExecRequest;
import dev.sandshell.session.ExecWaits;
import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.SessionSpec;
import dev.sandshell.session.ShellSession;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * One client's requests. Called on the reader thread, where it only checks and hands over; the work, and the answering,
 * is done on the scheduler.
 */
final class SandboxEndpoint implements SandboxServer {
    /** Something that needs the sessions; it answers through the reply. */
    @FunctionalInterface
    private interface Work<T> {
        void run(CancellableReply<T> reply) throws RefusedException, InvalidArgumentException;
    }

    private static final long MAX_READ_BYTES = 1 << 20;
    private static final long MAX_WAIT_MS = Duration.ofHours(1).toMillis();

    private final ServerContext context;
    private final Scheduler scheduler;
    private final SessionRegistry registry;
    private final ClientChannel channel;
    private final Consumer<InitializeParams> whenInitialized;
    private final IntConsumer whenExited;
    private @Nullable Endpoint client;
    private boolean showsProgress;
    private boolean isShutDown;
    private long lastToken;

    SandboxEndpoint(
            ServerContext context,
            ClientChannel channel,
            Consumer<InitializeParams> whenInitialized,
            IntConsumer whenExited) {
        this.context = context;
        this.scheduler = context.scheduler();
        this.registry = context.registry();
        this.channel = channel;
        this.whenInitialized = whenInitialized;
        this.whenExited = whenExited;
    }

    /** Where requests of ours go; set before the first message is read. */
    void connect(Endpoint remote) {
        client = remote;
    }

    // ---- life cycle

    @Override
    public CompletableFuture<InitializeResult> initialize(@Nullable InitializeParams given) {
        InitializeParams params = given == null ? new InitializeParams(null, null) : given;
        CancellableReply<InitializeResult> reply = new CancellableReply<>();
        String asked = protocolVersion(params.capabilities());
        String major = Methods.PROTOCOL_VERSION.substring(0, Methods.PROTOCOL_VERSION.indexOf('.') + 1);
        if (asked != null && !(asked + ".").startsWith(major)) {
            reply.completeExceptionally(new RefusedException(
                    RefusalCode.PROTOCOL_VERSION_UNSUPPORTED,
                    "the client speaks version " + asked + " of the sandbox protocol, this server "
                            + Methods.PROTOCOL_VERSION,
                    ImmutableMap.of("supported", ImmutableList.of(Methods.PROTOCOL_VERSION))));
            return reply;
        }
        ClientCapabilities capabilities = params.capabilities();
        showsProgress = capabilities != null
                && capabilities.window() != null
                && Boolean.TRUE.equals(capabilities.window().workDoneProgress());
        whenInitialized.accept(params);
        context.workers().execute(() -> {
            InitializeResult result = Capabilities.of(context);
            scheduler.execute(() -> reply.complete(result));
        });
        return reply;
    }

    private static @Nullable String protocolVersion(@Nullable ClientCapabilities capabilities) {
        JsonElement experimental = capabilities == null ? null : capabilities.experimental();
        if (experimental instanceof JsonObject object
                && object.get("sandbox") instanceof JsonObject sandbox
                && sandbox.get("protocolVersion") instanceof JsonPrimitive version) {
            return version.getAsString();
        }
        return null;
    }

    @Override
    public void initialized(Object params) {}

    @Override
    public CompletableFuture<Object> shutdown() {
        isShutDown = true;
        return work(reply -> reply.complete(null));
    }

    @Override
    public void exit() {
        whenExited.accept(isShutDown ? 0 : 1);
    }

    @Override
    public void setTrace(SetTraceParams params) {}

    // ---- sessions

    @Override
    public CompletableFuture<SessionResult> createSession(@Nullable SessionCreateParams params) {
        return checked(() -> SessionArguments.create(params, registry.newId("session-")), (spec, reply) -> {
            SessionRegistry.Created created = registry.create(spec);
            created.session().attach(channel);
            answer(created.ready().thenApply(SandboxEndpoint::result), reply);
        });
    }

    @Override
    public CompletableFuture<SessionListResult> listSessions(@Nullable SessionListParams params) {
        return work(reply -> reply.complete(new SessionListResult(registry.all().stream()
                .map(session -> SessionMapping.session(session.view()))
                .toList())));
    }

    @Override
    public CompletableFuture<SessionResult> getSession(@Nullable SessionParams params) {
        return checked(() -> id(params), (id, reply) -> reply.complete(result(registry.get(id))));
    }

    @Override
    public CompletableFuture<SessionDeleteResult> deleteSession(@Nullable SessionParams params) {
        return checked(
                () -> id(params),
                (id, reply) -> answer(registry.delete(id).thenApply(SessionDeleteResult::new), reply));
    }

    @Override
    public CompletableFuture<SessionResult> resetSession(@Nullable SessionResetParams given) {
        return checked(
                () -> {
                    SessionResetParams params = Fields.required("params", given);
                    Fields.id("sessionId", params.sessionId());
                    return params;
                },
                (params, reply) -> answer(
                        registry.get(params.sessionId())
                                .reset(ExecArguments.isTrue(params.keepState()))
                                .thenApply(SandboxEndpoint::result),
                        reply));
    }

    private record EnvironmentChange(String sessionId, ImmutableMap<String, Optional<String>> env) {}

    @Override
    public CompletableFuture<EmptyResult> setEnv(@Nullable SessionSetEnvParams given) {
        return checked(
                () -> {
                    SessionSetEnvParams params = Fields.required("params", given);
                    return new EnvironmentChange(
                            Fields.id("sessionId", params.sessionId()),
                            Fields.environment("env", Fields.required("env", params.env())));
                },
                (change, reply) -> answer(
                        registry.get(change.sessionId())
                                .setEnvironment(change.env())
                                .thenApply(nothing -> new EmptyResult()),
                        reply));
    }

    @Override
    public CompletableFuture<SessionGetEnvResult> getEnv(@Nullable SessionGetEnvParams given) {
        return checked(
                () -> {
                    SessionGetEnvParams params = Fields.required("params", given);
                    Fields.id("sessionId", params.sessionId());
                    return params;
                },
                (params, reply) -> answer(
                        registry.get(params.sessionId())
                                .environment(
                                        params.names() == null
                                                ? ImmutableList.of()
                                                : ImmutableList.copyOf(params.names()))
                                .thenApply(SessionGetEnvResult::new),
                        reply));
    }

    private static String id(@Nullable SessionParams params) throws InvalidArgumentException {
        return Fields.id("sessionId", Fields.required("params", params).sessionId());
    }

    private static SessionResult result(ShellSession session) {
        return new SessionResult(SessionMapping.session(session.view()));
    }

    // ---- commands

    @Override
    public CompletableFuture<ExecResult> exec(@Nullable ExecParams params) {
        return checked(
                () -> {
                    ExecRequest request = ExecArguments.exec(params, registry.newId("exec-"), registry.limits());
                    if (params != null && params.sessionId() != null) {
                        Fields.id("sessionId", params.sessionId());
                    }
                    return request;
                },
                (request, reply) -> {
                    if (params != null) {
                        submit(params, request, reply);
                    }
                });
    }

    private void submit(ExecParams params, ExecRequest request, CancellableReply<ExecResult> reply)
            throws RefusedException {
        if (reply.isDone()) {
            return;
        }
        if (registry.hasExec(request.execId())) {
            throw new RefusedException(RefusalCode.EXEC_ALREADY_EXISTS, "exec " + request.execId() + " exists already");
        }
        ShellSession session = sessionFor(params);
        session.attach(channel);
        prepareProgress(params, request, session);
        Exec exec;
        try {
            exec = session.submit(request);
        } catch (RefusedException e) {
            channel.forget(request.execId());
            throw e;
        }
        reply.onCancel(() -> scheduler.execute(exec::cancel));
        CompletableFuture<?> unused = exec.reply().whenComplete((result, failure) -> {
            if (failure != null && exec.isClosed()) {
                channel.forget(request.execId());
            }
        });
        answer(exec.reply().thenApply(ExecMapping::result), reply);
    }

    private ShellSession sessionFor(ExecParams params) throws RefusedException {
        String id = params.sessionId();
        if (id != null) {
            return registry.get(id);
        }
        Optional<ShellSession> present = registry.find(SessionRegistry.DEFAULT_SESSION);
        return present.isPresent()
                ? present.get()
                : registry.create(SessionSpec.named(SessionRegistry.DEFAULT_SESSION))
                        .session();
    }

    private void prepareProgress(ExecParams params, ExecRequest request, ShellSession session) {
        String execId = request.execId();
        Either<String, Integer> partial = params.partialResultToken();
        if (partial != null) {
            channel.streamAsPartialResults(execId, partial);
        }
        Either<String, Integer> token = params.workDoneToken();
        Endpoint remote = client;
        if (token == null && (!showsProgress || remote == null)) {
            return;
        }
        ExecProgress progress = new ExecProgress(
                channel,
                scheduler,
                session.id(),
                request.command(),
                token,
                () -> session.exec(execId).ifPresent(Exec::cancel));
        channel.showProgress(execId, progress);
        if (token == null && remote != null) {
            lastToken++;
            progress.askForToken(
                    Either.forLeft("sandshell-" + lastToken),
                    fresh -> remote.request(Methods.CREATE_PROGRESS, new WorkDoneProgressCreateParams(fresh)));
        }
    }

    @Override
    public CompletableFuture<EmptyResult> write(@Nullable ExecWriteParams given) {
        return checked(
                () -> {
                    ExecWriteParams params = Fields.required("params", given);
                    Fields.id("execId", params.execId());
                    return new Input(
                            params.execId(), ExecArguments.input(params), ExecArguments.isTrue(params.closeStdin()));
                },
                (input, reply) -> answer(
                        registry.exec(input.execId())
                                .write(input.bytes(), input.closes())
                                .thenApply(nothing -> new EmptyResult()),
                        reply));
    }

    private record Input(String execId, byte[] bytes, boolean closes) {}

    @Override
    public CompletableFuture<ExecRunningResult> interrupt(@Nullable ExecIdParams params) {
        return checked(
                () -> execId(params),
                (id, reply) ->
                        reply.complete(new ExecRunningResult(registry.exec(id).interrupt())));
    }

    private record Kill(String execId, String signal) {}

    @Override
    public CompletableFuture<ExecRunningResult> kill(@Nullable ExecKillParams given) {
        return checked(
                () -> {
                    ExecKillParams params = Fields.required("params", given);
                    return new Kill(Fields.id("execId", params.execId()), ExecArguments.signal(params.signal()));
                },
                (kill, reply) -> reply.complete(
                        new ExecRunningResult(registry.exec(kill.execId()).signal(kill.signal()))));
    }

    @Override
    public CompletableFuture<ExecListResult> listExecs(@Nullable ExecListParams given) {
        ExecListParams params = given == null ? new ExecListParams(null, null) : given;
        return work(reply -> {
            ImmutableList<ShellSession> sessions =
                    params.sessionId() == null ? registry.all() : ImmutableList.of(registry.get(params.sessionId()));
            reply.complete(new ExecListResult(sessions.stream()
                    .flatMap(session -> session.execs().stream())
                    .filter(exec -> params.running() == null || params.running() == exec.isRunning())
                    .map(exec -> ExecMapping.exec(exec.view()))
                    .toList()));
        });
    }

    @Override
    public CompletableFuture<ExecGetResult> getExec(@Nullable ExecIdParams params) {
        return checked(
                () -> execId(params),
                (id, reply) -> reply.complete(
                        new ExecGetResult(ExecMapping.exec(registry.exec(id).view()))));
    }

    private record Read(String execId, long afterSeq, int maxBytes, Duration patience) {}

    @Override
    public CompletableFuture<ExecReadResult> read(@Nullable ExecReadParams given) {
        return checked(
                () -> {
                    ExecReadParams params = Fields.required("params", given);
                    return new Read(
                            Fields.id("execId", params.execId()),
                            Fields.range("afterSeq", params.afterSeq(), 0, Long.MAX_VALUE - 1, 0),
                            (int) Fields.range("maxBytes", params.maxBytes(), 1, MAX_READ_BYTES, MAX_READ_BYTES),
                            Duration.ofMillis(Fields.range("waitMs", params.waitMs(), 0, MAX_WAIT_MS, 0)));
                },
                (read, reply) -> awaiting(
                        context.waits()
                                .read(registry.exec(read.execId()), read.afterSeq(), read.maxBytes(), read.patience()),
                        ExecMapping::reading,
                        reply));
    }

    private record Waiting(
            String execId, WaitCondition until, @Nullable Duration timeout) {}

    @Override
    public CompletableFuture<ExecWaitResult> await(@Nullable ExecWaitParams given) {
        return checked(
                () -> {
                    ExecWaitParams params = Fields.required("params", given);
                    WaitCondition until = ExecArguments.condition(params.until());
                    if (until.log() != null) {
                        ExecArguments.pattern(until.log());
                    }
                    return new Waiting(
                            Fields.id("execId", params.execId()),
                            until,
                            Fields.duration("timeoutMs", params.timeoutMs()));
                },
                (waiting, reply) -> {
                    Exec exec = registry.exec(waiting.execId());
                    ExecWaits waits = context.waits();
                    WaitCondition until = waiting.until();
                    if (until.log() != null) {
                        awaiting(
                                waits.forLog(exec, ExecArguments.pattern(until.log()), waiting.timeout()),
                                match -> new ExecWaitResult(true, match, null),
                                reply);
                    } else if (until.port() != null) {
                        String host = until.host() == null ? "127.0.0.1" : until.host();
                        awaiting(
                                waits.forPort(exec, host, until.port(), waiting.timeout()),
                                nothing -> new ExecWaitResult(true, null, null),
                                reply);
                    } else {
                        awaiting(
                                waits.forExit(exec, waiting.timeout()),
                                result -> new ExecWaitResult(true, null, ExecMapping.result(result)),
                                reply);
                    }
                });
    }

    private static String execId(@Nullable ExecIdParams params) throws InvalidArgumentException {
        return Fields.id("execId", Fields.required("params", params).execId());
    }

    @Override
    public void cancelProgress(@Nullable WorkDoneProgressCancelParams params) {
        if (params != null && params.token() != null) {
            scheduler.execute(() -> {
                ExecProgress progress = channel.progressOf(params.token());
                if (progress != null) {
                    progress.cancel();
                }
            });
        }
    }

    // ---- how work is handed over and answered

    private interface Check<A> {
        A check() throws InvalidArgumentException;
    }

    private interface CheckedWork<A, T> {
        void run(A argument, CancellableReply<T> reply) throws RefusedException, InvalidArgumentException;
    }

    /** Checks on the calling thread, so that a bad call costs the sessions nothing; answers from the scheduler. */
    private <A, T> CompletableFuture<T> checked(Check<A> check, CheckedWork<A, T> work) {
        A argument;
        try {
            argument = check.check();
        } catch (InvalidArgumentException e) {
            return work(reply -> reply.completeExceptionally(e));
        }
        return work(reply -> work.run(argument, reply));
    }

    private <T> CompletableFuture<T> work(Work<T> work) {
        CancellableReply<T> reply = new CancellableReply<>();
        scheduler.execute(() -> {
            try {
                work.run(reply);
            } catch (RefusedException | InvalidArgumentException | RuntimeException e) {
                reply.completeExceptionally(e);
            }
        });
        return reply;
    }

    private static <T> void answer(CompletableFuture<T> source, CancellableReply<T> reply) {
        CompletableFuture<T> unused = source.whenComplete((value, failure) -> {
            if (failure == null) {
                reply.complete(value);
            } else {
                reply.completeExceptionally(failure);
            }
        });
    }

    /** The same for a wait, which a cancellation lets go of at once. */
    private <S, T> void awaiting(
            CompletableFuture<S> source, java.util.function.Function<S, T> mapping, CancellableReply<T> reply) {
        reply.onCancel(() -> scheduler.execute(() -> source.cancel(false)));
        answer(source.thenApply(mapping), reply);
    }
}
