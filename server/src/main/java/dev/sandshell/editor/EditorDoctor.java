package dev.sandshell.editor;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.output.OutputFile;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.protocol.Methods;
import dev.sandshell.session.ExecResult;
import dev.sandshell.session.OutcomeWords;
import dev.sandshell.session.SessionSpec;
import dev.sandshell.session.SessionView;
import dev.sandshell.session.ShellBackend;
import dev.sandshell.session.ShellSession;
import dev.sandshell.session.TerminalSize;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Looks whether all is well, as an editor's user can see it: the shells answer, and how this editor is shown what runs. The
 * findings are a document, and a line says what they come to. Confined to the scheduler.
 */
final class EditorDoctor {
    /** No session is named so: its document is that of the findings. */
    private static final String DOCUMENT = "sandshell doctor";

    private static final String QUESTION = "echo \"well in $PWD\"";

    private final EditorServer server;
    private final EditorFeatures features;
    private final EditorRuns runs;
    private final OutputDocuments documents;
    private final EditorClient client;
    private final EditorMessages messages;

    EditorDoctor(
            EditorServer server,
            EditorFeatures features,
            EditorRuns runs,
            OutputDocuments documents,
            EditorClient client,
            EditorMessages messages) {
        this.server = server;
        this.features = features;
        this.runs = runs;
        this.documents = documents;
        this.client = client;
        this.messages = messages;
    }

    void examine() {
        List<String> findings = new ArrayList<>();
        CompletableFuture<?> unused = CompletableFuture.supplyAsync(
                        () -> server.shells().available(), server.workers())
                .thenComposeAsync(
                        shells -> {
                            findings.add("ok sandshell: version " + server.version() + ", Java " + Runtime.version());
                            CompletableFuture<Boolean> all = CompletableFuture.completedFuture(!shells.isEmpty());
                            for (ShellBackend.Available shell : shells) {
                                all = all.thenComposeAsync(
                                        areWell -> answers(shell, findings).thenApply(isWell -> areWell && isWell),
                                        server.scheduler());
                            }
                            return all;
                        },
                        server.scheduler())
                .whenCompleteAsync(
                        (areWell, failure) -> {
                            addEditor(findings);
                            show(findings, failure == null && areWell);
                        },
                        server.scheduler());
    }

    private CompletableFuture<Boolean> answers(ShellBackend.Available shell, List<String> findings) {
        String what =
                shell.name() + ": " + shell.path() + (shell.version().isEmpty() ? "" : ", version " + shell.version());
        String id = server.registry().newId("doctor-");
        try {
            ShellSession session = server.registry()
                    .create(new SessionSpec(
                            id,
                            id,
                            null,
                            ImmutableMap.of(),
                            shell.path(),
                            false,
                            TerminalSize.DEFAULT,
                            null,
                            false,
                            null))
                    .session();
            return runs.question(session, QUESTION).handle((result, failure) -> {
                CompletableFuture<?> unused = server.registry().delete(id);
                boolean isWell = failure == null && isWell(result);
                String trouble = failure == null ? "answers " + OutcomeWords.of(result) : client.wordsOf(failure);
                findings.add(
                        isWell
                                ? "ok shell " + what + ", answers in " + OutcomeWords.duration(result.durationMs())
                                : "!! shell " + what + ": " + trouble + "; run it by hand to see what it says");
                return isWell;
            });
        } catch (RefusedException e) {
            findings.add("!! shell " + what + ": " + e.getMessage());
            return CompletableFuture.completedFuture(false);
        }
    }

    private static boolean isWell(ExecResult result) {
        String text = new String(result.stdout().bytes(), StandardCharsets.UTF_8);
        return text.equals("well in " + result.cwd() + "\n");
    }

    private void addEditor(List<String> findings) {
        for (ShellSession session : server.registry().all()) {
            SessionView view = session.view();
            if (!view.sessionId().startsWith("doctor-")) {
                findings.add("ok session " + view.name() + ": " + view.shell() + " in " + view.cwd());
            }
        }
        findings.add("ok editor: counts places in " + features.positions().word());
        findings.add(
                features.showsDocuments()
                        ? "ok editor: shows output, as " + (features.showsContent() ? "sandbox: documents" : "files")
                        : "!! editor: does not do " + Methods.SHOW_DOCUMENT + ", so messages say where output is");
        findings.add(
                features.showsProgress()
                        ? "ok editor: shows progress, by which a command can be cancelled"
                        : "!! editor: shows no progress; " + EditorCommands.INTERRUPT + " ends what runs");
        findings.add(
                features.refreshesLenses()
                        ? "ok editor: asks for lenses again when a command has ended"
                        : "!! editor: does not do " + Methods.REFRESH_LENSES
                                + ", so lenses are new when it asks by itself");
    }

    private void show(List<String> findings, boolean isWell) {
        try {
            OutputFile file = documents.of(DOCUMENT);
            findings.forEach(file::line);
            CompletableFuture<?> unused = file.end(DOCUMENT, "")
                    .thenCompose(nothing -> documents.show(DOCUMENT, true))
                    .thenAcceptAsync(where -> tell(isWell, where), server.scheduler());
        } catch (RefusedException e) {
            messages.complain(String.valueOf(e.getMessage()));
        }
    }

    private void tell(boolean isWell, Optional<String> where) {
        String words = where.map(path -> ": " + path).orElse("");
        if (isWell) {
            messages.tell("✔ all is well" + words);
        } else {
            messages.warn("✘ something is wrong" + words);
        }
    }
}
