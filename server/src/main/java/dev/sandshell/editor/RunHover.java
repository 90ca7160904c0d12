package dev.sandshell.editor;

import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import dev.sandshell.language.RunMarks;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Says of a line that has been run how that went, and what it printed last. Confined to the scheduler. */
final class RunHover {
    private static final String FENCE = "```";

    private final RunMarks<EditorRun> marks;
    private final Executor scheduler;
    private final Executor workers;

    RunHover(RunMarks<EditorRun> marks, Executor scheduler, Executor workers) {
        this.marks = marks;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    CompletableFuture<Optional<String>> at(
            String uri, OpenDocuments.Snapshot document, Place place, boolean isMarkdown) {
        RunMarks.Reading<EditorRun> reading = marks.reading(uri, document);
        return CompletableFuture.supplyAsync(() -> reading.around(place.line()), workers)
                .thenApplyAsync(run -> run.map(found -> isMarkdown ? markdown(found) : plain(found)), scheduler);
    }

    private static String plain(EditorRun run) {
        return how(run) + " in session " + run.session().view().name() + "\n\n" + output(run);
    }

    private static String markdown(EditorRun run) {
        String output = output(run);
        StringBuilder fence = new StringBuilder(FENCE);
        while (output.contains(fence)) {
            fence.append('`');
        }
        return "**" + how(run) + "** in session " + run.session().view().name() + "\n\n"
                + (run.lastLines().isEmpty() ? output : fence + "text\n" + output + '\n' + fence);
    }

    private static String how(EditorRun run) {
        return run.isOver() ? run.mark() : "runs";
    }

    private static String output(EditorRun run) {
        return !run.lastLines().isEmpty()
                ? String.join("\n", run.lastLines())
                : run.isOver() ? "It printed nothing." : "It still runs.";
    }
}
