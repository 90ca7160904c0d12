package dev.sandshell.editor;

import com.google.common.collect.ImmutableList;
import dev.sandshell.language.Block;
import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import dev.sandshell.language.PositionEncoding;
import dev.sandshell.language.Selection;
import dev.sandshell.protocol.ActionArgument;
import dev.sandshell.protocol.ActionCommand;
import dev.sandshell.protocol.CodeAction;
import dev.sandshell.protocol.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a stretch of a document: to run it, or the blocks around it, to stop what runs and to see what was
 * printed. For editors without lenses it is all there is. Confined to the scheduler.
 */
final class EditorActions {
    /** The kind of all of them, for editors that ask for some kinds only. */
    static final String KIND = "sandbox.run";

    private final PositionEncoding positions;
    private final Executor scheduler;
    private final Executor workers;

    EditorActions(PositionEncoding positions, Executor scheduler, Executor workers) {
        this.positions = positions;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    /** Whether somebody who asks for these kinds wants to know. */
    static boolean areWanted(@Nullable List<@Nullable String> only) {
        return only == null
                || only.stream().anyMatch(kind -> kind != null && (KIND.equals(kind) || KIND.startsWith(kind + ".")));
    }

    /**
     * @param running what runs that was started last
     * @param hasOutput whether there is any to be seen
     */
    CompletableFuture<List<CodeAction>> of(
            String uri,
            OpenDocuments.Snapshot document,
            Range asked,
            Place start,
            Place end,
            Supplier<Optional<EditorRun>> running,
            Supplier<Boolean> hasOutput) {
        return CompletableFuture.supplyAsync(() -> offers(uri, document, asked, start, end), workers)
                .thenApplyAsync(
                        offers -> {
                            List<CodeAction> all = new ArrayList<>(offers);
                            running.get()
                                    .ifPresent(run -> all.add(action(
                                            "■ Stop " + run.title(),
                                            EditorCommands.INTERRUPT,
                                            new ActionArgument(uri, null, null, null, null, run.execId()))));
                            if (hasOutput.get()) {
                                all.add(action(
                                        "Show output",
                                        EditorCommands.SHOW_OUTPUT,
                                        new ActionArgument(uri, null, null, null, null, null)));
                            }
                            return all;
                        },
                        scheduler);
    }

    private ImmutableList<CodeAction> offers(
            String uri, OpenDocuments.Snapshot document, Range asked, Place start, Place end) {
        ImmutableList.Builder<CodeAction> offers = ImmutableList.builder();
        Optional<Selection> meant = document.isOfShell() ? document.selection(start, end, positions) : Optional.empty();
        boolean isCursor = document.isCursor(start, end, positions);
        if (meant.isPresent()) {
            addRuns(offers, isCursor ? "line" : "selection", uri, asked);
        }
        // Some editors say the word at the cursor, of which nobody knows whether it is meant.
        if (document.isOfShell() && !isCursor && start.line() == end.line()) {
            Optional<Selection> line = document.selection(start, start, positions);
            if (line.isPresent() && !line.map(EditorActions::commandOf).equals(meant.map(EditorActions::commandOf))) {
                addRuns(offers, "line", uri, new Range(asked.start(), asked.start()));
            }
        }
        for (Block block : document.blocks().reverse()) {
            if (block.holds(start.line())) {
                String what = switch (block.kind()) {
                    case SCRIPT -> "script";
                    case CELL -> "cell";
                    case FENCE -> "block";
                };
                offers.add(action(
                        "▶ Run " + what,
                        EditorCommands.EXEC,
                        new ActionArgument(uri, block.text(), block.line(), null, null, null)));
            }
        }
        return offers.build();
    }

    private static String commandOf(Selection selection) {
        return selection.text().strip();
    }

    private static void addRuns(ImmutableList.Builder<CodeAction> offers, String what, String uri, Range range) {
        offers.add(run("▶ Run " + what, uri, range, null));
        offers.add(run("▶ Run " + what + " in new session", uri, range, EditorSessions.NEW));
    }

    private static CodeAction run(String title, String uri, Range range, @Nullable String session) {
        return action(title, EditorCommands.EXEC_SELECTION, new ActionArgument(uri, null, null, range, session, null));
    }

    private static CodeAction action(String title, String command, ActionArgument argument) {
        return new CodeAction(title, KIND, new ActionCommand(title, command, List.of(argument)));
    }
}
