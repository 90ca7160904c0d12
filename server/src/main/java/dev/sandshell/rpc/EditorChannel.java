package dev.sandshell.rpc;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.editor.EditorClient;
import dev.sandshell.editor.RunProgress;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.WorkDoneProgressCreateParams;
import dev.sandshell.session.Exec;
import dev.sandshell.session.ExecResult;
import dev.sandshell.session.OutputChunk;
import dev.sandshell.session.ShellSession;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** One client as an editor's parts reach it: by its channel, and by what the server asks of it. Confined to the scheduler. */
final class EditorChannel implements EditorClient {
    private final ClientChannel channel;
    private final ClientQuestions questions;
    private final Scheduler scheduler;
    private long lastToken;

    EditorChannel(ClientChannel channel, ClientQuestions questions, Scheduler scheduler) {
        this.channel = channel;
        this.questions = questions;
        this.scheduler = scheduler;
    }

    @Override
    public void tell(String method, Object params) {
        channel.notify(method, params);
    }

    @Override
    public CompletableFuture<?> ask(String method, @Nullable Object params) {
        return questions.ask(method, params);
    }

    @Override
    public RunProgress progress(ShellSession session, String execId, String title) {
        ExecProgress progress = new ExecProgress(
                channel,
                scheduler,
                session.id(),
                title,
                null,
                () -> session.exec(execId).ifPresent(Exec::cancel));
        lastToken++;
        progress.askForToken(
                Either.forLeft("sandshell-run-" + lastToken),
                token -> ask(Methods.CREATE_PROGRESS, new WorkDoneProgressCreateParams(token)));
        channel.showProgress(execId, progress);
        return new ShownProgress(execId, progress);
    }

    @Override
    public String wordsOf(Throwable failure) {
        return RpcErrors.of(failure).getMessage();
    }

    /** Known to the channel until it is over, so that the client can cancel the command by it. */
    private final class ShownProgress implements RunProgress {
        private final String execId;
        private final ExecProgress progress;

        ShownProgress(String execId, ExecProgress progress) {
            this.execId = execId;
            this.progress = progress;
        }

        @Override
        public void begin() {
            progress.begin();
        }

        @Override
        public void output(OutputChunk chunk) {
            progress.output(chunk);
        }

        @Override
        public void end(ExecResult result) {
            channel.hideProgress(execId);
            progress.end(result);
        }

        @Override
        public void abandon() {
            channel.hideProgress(execId);
            progress.abandon();
        }
    }
}
