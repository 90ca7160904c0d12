package dev.sandshell.scripts;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.PositionEncoding;
import dev.sandshell.language.ScriptKind;
import dev.sandshell.language.TextPlaces;
import dev.sandshell.problems.DiagnosticBoard;
import dev.sandshell.protocol.Diagnostic;
import dev.sandshell.protocol.Range;
import dev.sandshell.session.ShellBackend;
import dev.sandshell.session.SyntaxComplaint;
import dev.sandshell.syntax.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Says what is wrong with the grammar of one client's scripts, once they have not changed for a moment. A shell reads the
 * script without running it and says whether something is; so nothing that is right is called wrong, as it would be by the
 * grammar that says where. For bash and sh; of others the grammar is another. Confined to the scheduler; at most one script
 * is read at a time.
 */
final class SyntaxDiagnostics {
    private static final Logger LOG = Logger.getLogger(SyntaxDiagnostics.class.getName());
    static final String SOURCE = "sandshell";

    /** Shorter than a pause, longer than the time between two keys. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    /** What is read in a moment. */
    private static final int MOST_CHARACTERS = 512 * 1024;

    private static final int ERROR = 1;

    private final Scheduler scheduler;
    private final Executor reader;
    private final ShellBackend shells;
    private final OpenDocuments documents;
    private final ScriptTrees trees;
    private final DiagnosticBoard board;
    private final Supplier<PositionEncoding> encoding;

    /** Of documents that have changed since they were read; no more than there are open ones. */
    private final Map<String, Scheduler.Cancellable> pending = new HashMap<>();

    SyntaxDiagnostics(
            Scheduler scheduler,
            Executor reader,
            ShellBackend shells,
            OpenDocuments documents,
            ScriptTrees trees,
            DiagnosticBoard board,
            Supplier<PositionEncoding> encoding) {
        this.scheduler = scheduler;
        this.reader = reader;
        this.shells = shells;
        this.documents = documents;
        this.trees = trees;
        this.board = board;
        this.encoding = encoding;
    }

    void changed(String uri) {
        OpenDocuments.Snapshot document = documents.snapshot(uri);
        forget(uri);
        if (isChecked(document)) {
            pending.put(uri, scheduler.schedule(PAUSE, () -> check(uri)));
        } else {
            board.put(uri, SOURCE, List.of());
        }
    }

    void closed(String uri) {
        forget(uri);
        board.put(uri, SOURCE, List.of());
    }

    void leave() {
        pending.values().forEach(Scheduler.Cancellable::cancel);
        pending.clear();
    }

    private void forget(String uri) {
        Scheduler.Cancellable timer = pending.remove(uri);
        if (timer != null) {
            timer.cancel();
        }
    }

    private static boolean isChecked(OpenDocuments.Snapshot document) {
        return document.text().length() <= MOST_CHARACTERS && shellOf(document).isPresent();
    }

    private static Optional<String> shellOf(OpenDocuments.Snapshot document) {
        return ScriptKind.of(document.languageId(), document.text())
                .filter(kind -> kind == ScriptKind.BASH || kind == ScriptKind.SH)
                .map(ScriptKind::shell);
    }

    private void check(String uri) {
        pending.remove(uri);
        OpenDocuments.Snapshot document = documents.snapshot(uri);
        Optional<String> shell = shellOf(document);
        if (shell.isEmpty()) {
            return;
        }
        PositionEncoding counted = encoding.get();
        CompletableFuture<Void> unused = CompletableFuture.supplyAsync(
                        () -> find(uri, document.text(), shell.get(), counted), reader)
                .thenAcceptAsync(
                        found -> {
                            // Of a text that has changed meanwhile there is another check to come.
                            if (documents.snapshot(uri).equals(document)) {
                                board.put(uri, SOURCE, found);
                            }
                        },
                        scheduler)
                .exceptionally(failure -> {
                    LOG.log(Level.WARNING, "a script could not be checked", failure);
                    return null;
                });
    }

    private List<Diagnostic> find(String uri, String text, String shell, PositionEncoding counted) {
        // A shell takes the other end of a line for a part of its last word, which is another error than meant here.
        String script = text.replace("\r\n", " \n");
        Optional<SyntaxComplaint> complaint = shells.complaint(shell, script);
        if (complaint.isEmpty()) {
            return List.of();
        }
        return trees.of(uri, text)
                .map(tree ->
                        tree.problem(complaint.get().line(), complaint.get().message()))
                .map(problem -> List.of(diagnostic(problem, new TextPlaces(text, counted))))
                .orElse(List.of());
    }

    private static Diagnostic diagnostic(Problem problem, TextPlaces places) {
        Range range = new Range(
                OfferMapping.position(places.place(problem.start())),
                OfferMapping.position(places.place(problem.end())));
        return new Diagnostic(range, ERROR, null, SOURCE, problem.message());
    }
}
