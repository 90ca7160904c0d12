package dev.sandshell.rpc;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.WorkDoneProgressCancelParams;
import dev.sandshell.protocol.WorkDoneProgressCreateParams;
import dev.sandshell.session.Exec;
import dev.sandshell.session.ExecRequest;
import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.SessionSpec;
import dev.sandshell.session.ShellSession;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * {@code sandbox/exec} itself: from the call to a command in its session, with its progress. Called on the reader thread;
 * the work is done on the scheduler.
 */
final class ExecSubmission {
    /** What a client leaves unanswered that never answers. */
    private static final int MOST_UNANSWERED = 16;

    private final Handover handover;
    private final Scheduler scheduler;
    private final SessionRegistry registry;
    private final ClientChannel channel;
    private final ClientRequests client;
    private volatile boolean showsProgress;
    private Consumer<ShellSession> whenUsed = session -> {};
    private long lastToken;
    private int unanswered;

    /**
     * @param client where requests of ours go
     */
    ExecSubmission(
            Handover handover,
            Scheduler scheduler,
            SessionRegistry registry,
            ClientChannel channel,
            ClientRequests client) {
        this.handover = handover;
        this.scheduler = scheduler;
        this.registry = registry;
        this.channel = channel;
        this.client = client;
    }

    /** The client shows progress that it did not ask for. */
    void showProgress() {
        showsProgress = true;
    }

    /** Somebody wants to know in which sessions the client runs something; before it does. */
    void tellUses(LastUsedSession listener) {
        whenUsed = listener::used;
    }

    CompletableFuture<ExecResult> exec(@Nullable ExecParams params) {
        return handover.checked(
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
        if (registry.hasExec(request.execId())) {
            throw new RefusedException(RefusalCode.EXEC_ALREADY_EXISTS, "exec " + request.execId() + " exists already");
        }
        ShellSession session = sessionFor(params);
        whenUsed.accept(session);
        prepareProgress(params, request, session);
        Exec exec;
        try {
            exec = session.submit(request, channel);
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
        Handover.answer(session.answer(channel, exec).thenApply(ExecMapping::result), reply);
    }

    private ShellSession sessionFor(ExecParams params) throws RefusedException {
        String id = params.sessionId();
        if (id != null) {
            return registry.get(id);
        }
        Optional<ShellSession> present = registry.find(SessionRegistry.DEFAULT_SESSION);
        if (present.isPresent()) {
            return present.get();
        }
        ShellSession fresh = registry.create(SessionSpec.named(SessionRegistry.DEFAULT_SESSION))
                .session();
        fresh.attach(channel);
        return fresh;
    }

    private void prepareProgress(ExecParams params, ExecRequest request, ShellSession session) {
        String execId = request.execId();
        Either<String, Integer> partial = params.partialResultToken();
        if (partial != null) {
            channel.streamAsPartialResults(execId, partial);
        }
        Either<String, Integer> token = params.workDoneToken();
        if (token == null && !showsProgress) {
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
        if (token == null) {
            lastToken++;
            progress.askForToken(Either.forLeft("sandshell-" + lastToken), this::createToken);
        }
    }

    private CompletableFuture<?> createToken(Either<String, Integer> token) {
        if (unanswered >= MOST_UNANSWERED) {
            return CompletableFuture.failedFuture(new IllegalStateException("the client does not answer"));
        }
        unanswered++;
        return client.request(Methods.CREATE_PROGRESS, new WorkDoneProgressCreateParams(token))
                .whenComplete((done, failure) -> scheduler.execute(() -> unanswered--));
    }

    void cancelProgress(@Nullable WorkDoneProgressCancelParams params) {
        if (params != null && params.token() != null) {
            scheduler.execute(() -> {
                ExecProgress progress = channel.progressOf(params.token());
                if (progress != null) {
                    progress.cancel();
                }
            });
        }
    }
}
