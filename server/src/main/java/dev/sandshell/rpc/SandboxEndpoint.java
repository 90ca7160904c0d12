package dev.sandshell.rpc;

import dev.sandshell.editor.Editor;
import dev.sandshell.editor.EditorFeatures;
import dev.sandshell.language.OpenDocuments;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.problems.DiagnosticBoard;
import dev.sandshell.problems.OutputDiagnostics;
import dev.sandshell.protocol.ClientCapabilities;
import dev.sandshell.protocol.CodeAction;
import dev.sandshell.protocol.CodeActionParams;
import dev.sandshell.protocol.CodeLens;
import dev.sandshell.protocol.CodeLensParams;
import dev.sandshell.protocol.CompletionList;
import dev.sandshell.protocol.CompletionParams;
import dev.sandshell.protocol.DefinitionParams;
import dev.sandshell.protocol.DidChangeTextDocumentParams;
import dev.sandshell.protocol.DidChangeWorkspaceFoldersParams;
import dev.sandshell.protocol.DidCloseTextDocumentParams;
import dev.sandshell.protocol.DidOpenTextDocumentParams;
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
import dev.sandshell.protocol.ExecuteCommandParams;
import dev.sandshell.protocol.ExecuteCommandResult;
import dev.sandshell.protocol.Hover;
import dev.sandshell.protocol.HoverParams;
import dev.sandshell.protocol.InitializationOptions;
import dev.sandshell.protocol.InitializeParams;
import dev.sandshell.protocol.InitializeResult;
import dev.sandshell.protocol.Location;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.RunnablesParams;
import dev.sandshell.protocol.SandboxServer;
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
import dev.sandshell.protocol.SessionInputParams;
import dev.sandshell.protocol.SessionListParams;
import dev.sandshell.protocol.SessionListResult;
import dev.sandshell.protocol.SessionParams;
import dev.sandshell.protocol.SessionResetParams;
import dev.sandshell.protocol.SessionResizeParams;
import dev.sandshell.protocol.SessionRestoreParams;
import dev.sandshell.protocol.SessionResult;
import dev.sandshell.protocol.SessionSetEnvParams;
import dev.sandshell.protocol.SessionSnapshotResult;
import dev.sandshell.protocol.SetTraceParams;
import dev.sandshell.protocol.ShellRunnable;
import dev.sandshell.protocol.TextDocumentContentParams;
import dev.sandshell.protocol.TextDocumentContentResult;
import dev.sandshell.protocol.WorkDoneProgressCancelParams;
import dev.sandshell.scripts.LiveDocuments;
import dev.sandshell.session.ShellSession;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One client's requests. Called on the reader thread, where it only checks and hands over; the work, and the answering,
 * is done on the scheduler.
 */
final class SandboxEndpoint implements SandboxServer {
    private static final int MOST_DOCUMENTS = 64;
    private static final int MOST_CHARACTERS = 2 << 20;

    private final ServerContext context;
    private final ClientChannel channel;
    private final Handover handover;
    private final SessionRequests sessions;
    private final TerminalRequests terminals;
    private final ExecSubmission submission;
    private final ExecRequests execs;
    private final EditorRequests editor;
    private final DocumentRequests documents;
    private final DiagnosticBoard board;
    private final LiveDocuments scripts;
    private final LiveRequests live;
    private final Consumer<InitializeParams> whenInitialized;
    private final IntConsumer whenExited;
    private boolean isShutDown;

    /** Only the thread that reads uses it. */
    private boolean isInitialized;

    private boolean hearsOfSessions;

    SandboxEndpoint(
            ServerContext context,
            ClientChannel channel,
            ClientRequests client,
            Consumer<InitializeParams> whenInitialized,
            IntConsumer whenExited) {
        this.context = context;
        this.channel = channel;
        handover = new Handover(context.scheduler());
        sessions = new SessionRequests(handover, context.registry(), channel);
        terminals = new TerminalRequests(handover, context.registry());
        submission = new ExecSubmission(handover, context.scheduler(), context.registry(), channel, client);
        execs = new ExecRequests(handover, context.registry(), context.waits());
        OpenDocuments open = new OpenDocuments(MOST_DOCUMENTS, MOST_CHARACTERS);
        LastUsedSession lastUsed = new LastUsedSession(context.registry(), this::sessionOf);
        submission.tellUses(lastUsed);
        sessions.tellUses(lastUsed);
        board = new DiagnosticBoard(params -> channel.notify(Methods.PUBLISH_DIAGNOSTICS, params));
        scripts = new LiveDocuments(
                context.scheduler(), context.workers(), context.shells(), context.waits(), open, lastUsed, board);
        ClientQuestions questions = new ClientQuestions(client, context.scheduler());
        editor = new EditorRequests(
                handover, context, open, scripts, new EditorChannel(channel, questions, context.scheduler()));
        documents = new DocumentRequests(handover, open, editor, scripts);
        live = new LiveRequests(handover, context.scheduler(), open, editor, scripts);
        this.whenInitialized = whenInitialized;
        this.whenExited = whenExited;
    }

    private Optional<ShellSession> sessionOf(String uri) {
        return editor.editor().sessionOf(uri);
    }

    /** Begins what the last message asked for; called when LSP4J is done with that. */
    void release() {
        handover.release();
    }

    /** Whether the client has been taken in. On the thread that reads. */
    boolean isInitialized() {
        return isInitialized;
    }

    /** Lets go of the client's sessions, which go on. */
    void leave() {
        editor.leave();
        live.leave();
        sessions.leave();
    }

    // ---- life cycle

    @Override
    public CompletableFuture<InitializeResult> initialize(@Nullable InitializeParams given) {
        InitializeParams params = given == null ? new InitializeParams(null, null, null) : given;
        RefusedException refusal = VersionCheck.refusal(params.capabilities(), context.isShared());
        if (refusal != null) {
            return handover.work(reply -> {
                throw refusal;
            });
        }
        ClientCapabilities capabilities = params.capabilities();
        if (capabilities != null
                && capabilities.window() != null
                && Boolean.TRUE.equals(capabilities.window().workDoneProgress())) {
            submission.showProgress();
        }
        InitializationOptions options = params.initializationOptions();
        if (options != null && Boolean.TRUE.equals(options.flowControl())) {
            channel.expectAcknowledgements();
        }
        if (options != null && Boolean.TRUE.equals(options.terminalText())) {
            channel.tellTerminals(TerminalTexts.of(context.registry()));
        }
        EditorFeatures features = EditorFeatures.of(params);
        Editor made = editor.isEditor(features, params);
        documents.countIn(features.positions());
        scripts.countIn(features.positions());
        if (features.showsDiagnostics()) {
            board.show();
            OutputDiagnostics found =
                    new OutputDiagnostics(context.scheduler(), context.workers(), features.positions(), board);
            channel.tellDiagnostics(found);
            made.tellDiagnostics(found);
        }
        hearsOfSessions = features.hearsOfSessions();
        isInitialized = true;
        whenInitialized.accept(params);
        return handover.greeting(() ->
                CompletableFuture.supplyAsync(() -> Capabilities.of(context, features.positions()), context.workers()));
    }

    @Override
    public void initialized(Object params) {
        handover.tell(() -> {
            if (hearsOfSessions) {
                sessions.join();
            }
            editor.editor().ready();
        });
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        isShutDown = true;
        return handover.work(reply -> reply.complete(null));
    }

    @Override
    public void exit() {
        int exitCode = isShutDown ? 0 : 1;
        // After the answer to shutdown, which comes from there.
        context.scheduler().execute(() -> whenExited.accept(exitCode));
    }

    @Override
    public void setTrace(SetTraceParams params) {}

    // ---- the rest has rooms of its own

    @Override
    public CompletableFuture<SessionResult> createSession(@Nullable SessionCreateParams params) {
        return sessions.createSession(params);
    }

    @Override
    public CompletableFuture<SessionListResult> listSessions(@Nullable SessionListParams params) {
        return sessions.listSessions(params);
    }

    @Override
    public CompletableFuture<SessionResult> getSession(@Nullable SessionParams params) {
        return sessions.getSession(params);
    }

    @Override
    public CompletableFuture<SessionDeleteResult> deleteSession(@Nullable SessionParams params) {
        return sessions.deleteSession(params);
    }

    @Override
    public CompletableFuture<SessionResult> resetSession(@Nullable SessionResetParams params) {
        return sessions.resetSession(params);
    }

    @Override
    public CompletableFuture<EmptyResult> setEnv(@Nullable SessionSetEnvParams params) {
        return sessions.setEnv(params);
    }

    @Override
    public CompletableFuture<SessionGetEnvResult> getEnv(@Nullable SessionGetEnvParams params) {
        return sessions.getEnv(params);
    }

    @Override
    public CompletableFuture<SessionAttachResult> attachSession(@Nullable SessionAttachParams params) {
        return sessions.attach(params);
    }

    @Override
    public CompletableFuture<EmptyResult> detachSession(@Nullable SessionParams params) {
        return sessions.detach(params);
    }

    @Override
    public CompletableFuture<EmptyResult> input(@Nullable SessionInputParams params) {
        return terminals.input(params);
    }

    @Override
    public CompletableFuture<SessionResult> resize(@Nullable SessionResizeParams params) {
        return terminals.resize(params);
    }

    @Override
    public void acknowledge(@Nullable SessionAckParams params) {
        sessions.acknowledge(params);
    }

    @Override
    public CompletableFuture<SessionHistoryResult> history(@Nullable SessionHistoryParams params) {
        return sessions.history(params);
    }

    @Override
    public CompletableFuture<SessionSnapshotResult> snapshotSession(@Nullable SessionParams params) {
        return sessions.snapshotSession(params);
    }

    @Override
    public CompletableFuture<SessionResult> restoreSession(@Nullable SessionRestoreParams params) {
        return sessions.restoreSession(params);
    }

    @Override
    public CompletableFuture<SessionResult> forkSession(@Nullable SessionForkParams params) {
        return sessions.forkSession(params);
    }

    @Override
    public CompletableFuture<ExecResult> exec(@Nullable ExecParams params) {
        return submission.exec(params);
    }

    @Override
    public CompletableFuture<EmptyResult> write(@Nullable ExecWriteParams params) {
        return execs.write(params);
    }

    @Override
    public CompletableFuture<ExecRunningResult> interrupt(@Nullable ExecIdParams params) {
        return execs.interrupt(params);
    }

    @Override
    public CompletableFuture<ExecRunningResult> kill(@Nullable ExecKillParams params) {
        return execs.kill(params);
    }

    @Override
    public CompletableFuture<ExecListResult> listExecs(@Nullable ExecListParams params) {
        return execs.listExecs(params);
    }

    @Override
    public CompletableFuture<ExecGetResult> getExec(@Nullable ExecIdParams params) {
        return execs.getExec(params);
    }

    @Override
    public CompletableFuture<ExecReadResult> read(@Nullable ExecReadParams params) {
        return execs.read(params);
    }

    @Override
    public CompletableFuture<ExecWaitResult> await(@Nullable ExecWaitParams params) {
        return execs.await(params);
    }

    @Override
    public void openedDocument(@Nullable DidOpenTextDocumentParams params) {
        documents.opened(params);
    }

    @Override
    public void changedDocument(@Nullable DidChangeTextDocumentParams params) {
        documents.changed(params);
    }

    @Override
    public void closedDocument(@Nullable DidCloseTextDocumentParams params) {
        documents.closed(params);
    }

    @Override
    public void changedFolders(@Nullable DidChangeWorkspaceFoldersParams params) {
        editor.changedFolders(params);
    }

    @Override
    public CompletableFuture<List<CodeLens>> lenses(@Nullable CodeLensParams params) {
        return documents.lenses(params);
    }

    @Override
    public CompletableFuture<List<CodeAction>> codeActions(@Nullable CodeActionParams params) {
        return editor.codeActions(params);
    }

    @Override
    public CompletableFuture<CompletionList> completion(@Nullable CompletionParams params) {
        return live.completion(params);
    }

    @Override
    public CompletableFuture<List<Location>> definition(@Nullable DefinitionParams params) {
        return live.definition(params);
    }

    @Override
    public CompletableFuture<Hover> hover(@Nullable HoverParams params) {
        return editor.hover(params);
    }

    @Override
    public CompletableFuture<List<ShellRunnable>> runnables(@Nullable RunnablesParams params) {
        return editor.runnables(params);
    }

    @Override
    public CompletableFuture<ExecuteCommandResult> executeCommand(@Nullable ExecuteCommandParams params) {
        return editor.executeCommand(params);
    }

    @Override
    public CompletableFuture<TextDocumentContentResult> documentContent(@Nullable TextDocumentContentParams params) {
        return editor.content(params);
    }

    @Override
    public void cancelProgress(@Nullable WorkDoneProgressCancelParams params) {
        submission.cancelProgress(params);
    }
}
