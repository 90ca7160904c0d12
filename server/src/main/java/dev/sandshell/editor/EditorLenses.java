package dev.sandshell.editor;

import dev.sandshell.language.Block;
import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.RunMarks;
import dev.sandshell.protocol.CodeLens;
import dev.sandshell.protocol.Command;
import dev.sandshell.protocol.LensArgument;
import dev.sandshell.protocol.Position;
import dev.sandshell.protocol.Range;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * The lenses of an editor: to run a block, to stop it, and how it went. Confined to the scheduler.
 */
final class EditorLenses {
    private final RunMarks<EditorRun> marks;
    private final Executor scheduler;
    private final Executor workers;

    EditorLenses(RunMarks<EditorRun> marks, Executor scheduler, Executor workers) {
        this.marks = marks;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    private record Offer(Block block, Optional<EditorRun> run) {}

    CompletableFuture<List<CodeLens>> of(String uri, OpenDocuments.Snapshot document) {
        RunMarks.Reading<EditorRun> reading = marks.reading(uri, document);
        return CompletableFuture.supplyAsync(
                        () -> document.blocks().stream()
                                .map(block -> new Offer(block, reading.exactly(block.line(), block.lastLine())))
                                .toList(),
                        workers)
                .thenApplyAsync(
                        offers -> offers.stream()
                                .flatMap(offer -> lenses(uri, offer))
                                .toList(),
                        scheduler);
    }

    /** Those for a client with a plug-in of ours, which does their command itself and knows how that went. */
    CompletableFuture<List<CodeLens>> withoutRuns(String uri, OpenDocuments.Snapshot document) {
        return CompletableFuture.supplyAsync(document::blocks, workers)
                .thenApplyAsync(
                        blocks -> blocks.stream()
                                .map(block -> lens(
                                        block,
                                        "▶ Run",
                                        EditorCommands.EXEC,
                                        new LensArgument(block.text(), uri, block.line())))
                                .toList(),
                        scheduler);
    }

    private static Stream<CodeLens> lenses(String uri, Offer offer) {
        Block block = offer.block();
        LensArgument usual = new LensArgument(block.text(), uri, block.line());
        LensArgument another = new LensArgument(block.text(), uri, block.line(), EditorSessions.NEW, null);
        // A first line is that of the script and of its first cell, and editors put their lenses side by side.
        String what = block.kind() == Block.Kind.CELL && block.line() == 0 ? " cell" : "";
        Stream<CodeLens> offered = Stream.of(
                lens(block, "▶ Run" + what, EditorCommands.EXEC, usual),
                lens(block, "▶ Run" + what + " in new session", EditorCommands.EXEC, another));
        if (offer.run().isEmpty()) {
            return offered;
        }
        EditorRun run = offer.run().get();
        LensArgument about = new LensArgument(block.text(), uri, block.line(), null, run.execId());
        return run.isOver()
                ? Stream.concat(offered, Stream.of(lens(block, run.mark(), EditorCommands.SHOW_OUTPUT, about)))
                : Stream.of(lens(block, "■ Stop", EditorCommands.INTERRUPT, about));
    }

    private static CodeLens lens(Block block, String title, String command, LensArgument argument) {
        Position start = new Position(block.line(), 0);
        return new CodeLens(new Range(start, start), new Command(title, command, List.of(argument)));
    }
}
