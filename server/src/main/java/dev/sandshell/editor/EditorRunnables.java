package dev.sandshell.editor;

import dev.sandshell.language.Block;
import dev.sandshell.language.OpenDocuments;
import dev.sandshell.protocol.LocationLink;
import dev.sandshell.protocol.Position;
import dev.sandshell.protocol.Range;
import dev.sandshell.protocol.ShellRunnable;
import dev.sandshell.protocol.ShellRunnableArgs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a document a client can run by itself, outside of sessions. Pure. */
final class EditorRunnables {
    static final String KIND = "shell";

    private EditorRunnables() {}

    /**
     * @param folder where it runs; null for the client's own
     * @param line only what is around it; null for all
     */
    static List<ShellRunnable> of(
            String uri, OpenDocuments.Snapshot document, @Nullable String folder, @Nullable Integer line) {
        String shell = document.languageId().equals("zsh") ? "zsh" : "bash";
        return document.blocks().stream()
                .filter(block -> line == null || block.holds(line))
                .map(block -> runnable(uri, block, shell, folder))
                .toList();
    }

    private static ShellRunnable runnable(String uri, Block block, String shell, @Nullable String folder) {
        Position start = new Position(block.line(), 0);
        Range whole = new Range(start, new Position(block.lastLine() + 1, 0));
        return new ShellRunnable(
                EditorRun.titleOf(block.text()),
                new LocationLink(uri, whole, new Range(start, start)),
                KIND,
                new ShellRunnableArgs(folder, shell, List.of("-c", block.text())));
    }
}
