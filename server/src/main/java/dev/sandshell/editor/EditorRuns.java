package dev.sandshell.editor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.output.OutputFile;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.problems.OutputDiagnostics;
import dev.sandshell.protocol.Methods;
import dev.sandshell.session.Exec;
import dev.sandshell.session.ExecCancelledException;
import dev.sandshell.session.ExecRequest;
import dev.sandshell.session.ExecResult;
import dev.sandshell.session.ExecView;
import dev.sandshell.session.OutputChunk;
import dev.sandshell.session.OutputEncoding;
import dev.sandshell.session.OutputMode;
import dev.sandshell.session.SessionListener;
import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.SessionView;
import dev.sandshell.session.ShellSession;
import dev.sandshell.session.Telling;
import dev.sandshell.session.WhenBusy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The commands that one client has the server run for it, and how it is told of them: progress while they run, their output
 * as a document, their outcome as a message. Confined to the scheduler.
 *
 * <p>It is a client of the sessions beside the one on the wire, which is not attached and not told of events. Of no more
 * runs is anything kept than have not closed, and what marks in documents hold.
 */
final class EditorRuns implements SessionListener {
    /** What the result of a call would hold; the output goes to the document. */
    private static final int NO_OUTPUT = 0;

    private static final int SHORT = 4_096;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EditorClient client;
    private final SessionRegistry registry;
    private final EditorFeatures features;
    private final OutputDocuments documents;
    private final EditorMessages messages;
    private final RefreshRequests lenses;
    private final Map<String, EditorRun> runs = new LinkedHashMap<>();

    private @Nullable String trouble;
    private volatile @Nullable OutputDiagnostics diagnostics;

    EditorRuns(
            EditorClient client,
            SessionRegistry registry,
            EditorFeatures features,
            OutputDocuments documents,
            EditorMessages messages) {
        this.client = client;
        this.registry = registry;
        this.features = features;
        this.documents = documents;
        this.messages = messages;
        lenses = new RefreshRequests(client, Methods.REFRESH_LENSES, null);
    }

    /** Who reads what the commands print; before there are any. */
    void tellDiagnostics(OutputDiagnostics found) {
        diagnostics = found;
    }

    /** What sessions have left in diagnostics goes with them, also for a client that is not told of sessions. */
    void watchSessions() {
        if (diagnostics != null) {
            registry.join(this);
        }
    }

    private void read(Consumer<OutputDiagnostics> event) {
        OutputDiagnostics found = diagnostics;
        if (found != null) {
            event.accept(found);
        }
    }

    /**
     * Has a command run in its turn; the run is known until it has closed.
     *
     * @param where the place of a document that it stands at, where that is to be said; else empty
     */
    EditorRun start(String command, String where, ShellSession session) throws RefusedException {
        OutputFile output = documents.of(session.id());
        String execId = registry.newId("exec-");
        RunProgress progress = features.showsProgress()
                ? client.progress(session, execId, EditorRun.titleOf(command))
                : RunProgress.NONE;
        EditorRun run = new EditorRun(execId, command, where, session, output, progress);
        // Before it is handed over: it may begin at once.
        runs.put(execId, run);
        Exec exec;
        try {
            exec = session.submit(request(execId, command, OutputMode.STREAM, NO_OUTPUT), this);
        } catch (RefusedException e) {
            runs.remove(execId);
            progress.abandon();
            throw e;
        }
        CompletableFuture<?> unused = exec.reply().whenComplete((result, failure) -> {
            if (failure != null && !run.isOver()) {
                failed(run, failure);
            }
        });
        changed();
        return run;
    }

    /** Something short that is asked without anybody being told. */
    CompletableFuture<ExecResult> question(ShellSession session, String command) throws RefusedException {
        return session.submit(request(registry.newId("exec-"), command, OutputMode.COLLECT, SHORT), this)
                .reply();
    }

    private static ExecRequest request(String execId, String command, OutputMode mode, int outputCap) {
        return new ExecRequest(
                execId,
                command,
                null,
                ImmutableMap.of(),
                null,
                false,
                false,
                null,
                mode == OutputMode.COLLECT ? PATIENCE : null,
                null,
                false,
                mode,
                true,
                outputCap,
                OutputEncoding.UTF_8,
                WhenBusy.QUEUE);
    }

    /** It was taken back, or its shell could not start. */
    private void failed(EditorRun run, Throwable failure) {
        boolean isTakenBack = isCancellation(failure);
        String why = isTakenBack ? "taken back before it began" : client.wordsOf(failure);
        runs.remove(run.execId());
        run.progress().abandon();
        run.failed(why);
        run.output().line(EditorRun.shown(run.command()));
        run.output().line(run.mark() + "\n");
        if (isTakenBack) {
            messages.tell(run.name() + ": " + why);
        } else {
            trouble = why;
            messages.complain(run.name() + ": " + why);
        }
        changed();
    }

    private static boolean isCancellation(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof CancellationException || cause instanceof ExecCancelledException;
    }

    /** What runs or waits that was started last. */
    Optional<EditorRun> lastUnder(Predicate<EditorRun> isMeant) {
        return runs.values().stream()
                .filter(run -> !run.isOver() && isMeant.test(run))
                .reduce((earlier, later) -> later);
    }

    /** What runs has changed, or what is known of it. */
    void changed() {
        tellStatus();
        if (features.refreshesLenses()) {
            lenses.refresh();
        }
    }

    /** How the server is. */
    void tellStatus() {
        Optional<EditorRun> running = lastUnder(run -> true);
        messages.status(
                running.isEmpty(),
                trouble,
                running.map(run -> run.title() + " in " + run.session().view().name())
                        .orElse(null));
    }

    // ---- what the sessions tell

    @Override
    public void started(ExecView exec, long seq, Telling telling) {
        EditorRun run = runs.get(exec.execId());
        if (run != null) {
            trouble = null;
            // An editor that reads the file but once is to find something there.
            CompletableFuture<?> unused =
                    run.output().announce(EditorRun.shown(exec.command())).thenRun(() -> showOutput(run));
            run.progress().begin();
            read(found -> found.started(exec));
        }
    }

    private void showOutput(EditorRun run) {
        boolean isFirst = documents.isFirstLook(run.session().id());
        boolean isToShow = isFirst
                ? features.whenToShow() != EditorFeatures.WhenToShow.NEVER
                : features.whenToShow() == EditorFeatures.WhenToShow.ALWAYS;
        if (isToShow && features.showsDocuments()) {
            var unused = documents.show(run.session().id(), false);
        }
    }

    @Override
    public boolean output(String sessionId, OutputChunk chunk, Telling telling) {
        EditorRun run = chunk.execId() == null ? null : runs.get(chunk.execId());
        if (run != null && chunk.text() != null) {
            run.output().output(run.execId(), chunk.text());
            run.progress().output(chunk);
            read(found -> found.output(chunk));
        }
        return run != null;
    }

    @Override
    public void exited(ExecResult result, long seq, Telling telling) {
        EditorRun run = runs.get(result.execId());
        if (run == null) {
            return;
        }
        run.progress().end(result);
        read(found -> found.exited(result));
        run.ended(result);
        CompletableFuture<?> unused =
                run.output().end(run.execId(), run.mark() + "\n").thenAccept(lines -> tellOutcome(run, lines));
    }

    private void tellOutcome(EditorRun run, ImmutableList<String> lastLines) {
        run.printedLast(lastLines);
        String last = lastLines.stream()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .map(line -> ": " + line.strip())
                .orElse("");
        String words = run.name() + ": " + run.outcome() + last;
        if (run.isGood()) {
            messages.tell("✔ " + words);
        } else {
            messages.warn("✘ " + words);
        }
        changed();
    }

    @Override
    public void closed(String sessionId, String execId, long seq, Telling telling) {
        if (runs.remove(execId) != null) {
            read(found -> found.closed(execId));
        }
    }

    @Override
    public void changed(SessionView session) {
        read(found -> found.changed(session));
    }

    @Override
    public boolean cameOrWent(SessionView session) {
        read(found -> found.changed(session));
        return true;
    }

    /** Nobody can answer it: what it reads is empty. */
    @Override
    public void inputRequired(String sessionId, String execId, boolean isSecret, long seq, Telling telling) {}

    @Override
    public void detached(String sessionId) {}

    @Override
    public boolean isSaturated(String sessionId) {
        return documents.isFull(sessionId);
    }

    @Override
    public boolean acknowledges() {
        return false;
    }
}
