package dev.sandshell.rpc;

import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import dev.sandshell.language.RunMarks;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Says of a line that has been run how that went, and what it printed last. Confined to the scheduler. */
final class RunHover implements HoverSource {
    private static final String FENCE = "```";

    private final RunMarks<EditorRun> marks;
    private final Executor scheduler;
    private final Executor workers;

    RunHover(RunMarks<EditorRun> marks, Executor scheduler, Executor workers) {
        this.marks = marks;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    @Override
    public CompletableFuture<Optional<String>> at(String uri, OpenDocuments.Snapshot document, Place place) {
        RunMarks.Reading<EditorRun> reading = marks.reading(uri, document);
        return CompletableFuture.supplyAsync(() -> reading.around(place.line()), workers)
                .thenApplyAsync(run -> run.map(RunHover::words), scheduler);
    }

    private static String words(EditorRun run) {
        String how = run.isOver() ? run.mark() : "runs";
        return "**" + how + "** in session " + run.session().view().name() + output(run);
    }

    private static String output(EditorRun run) {
        if (run.lastLines().isEmpty()) {
            return run.isOver() ? "\n\nIt printed nothing." : "";
        }
        String text = String.join("\n", run.lastLines());
        StringBuilder fence = new StringBuilder(FENCE);
        while (text.contains(fence)) {
            fence.append('`');
        }
        return "\n\n" + fence + "text\n" + text + '\n' + fence;
    }
}
