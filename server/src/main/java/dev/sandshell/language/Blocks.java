package dev.sandshell.language;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.stream.Stream;

/** What can be run of a document: a script and its cells, or a Markdown text's fences. Pure. */
public final class Blocks {
    /** LSP's own name first; the others are what editors call their modes, which many say instead. */
    private static final ImmutableSet<String> SCRIPTS =
            ImmutableSet.of("shellscript", "sh", "bash", "zsh", "ksh", "dash", "shell", "shell-script");

    private static final ImmutableSet<String> MARKDOWN = ImmutableSet.of("markdown", "gfm", "pandoc");

    private Blocks() {}

    /** Whether it is a script in a shell's language. */
    static boolean isScript(String languageId) {
        return SCRIPTS.contains(languageId);
    }

    static boolean isMarkdown(String languageId) {
        return MARKDOWN.contains(languageId);
    }

    /**
     * In the order of the text.
     *
     * @param languageId as LSP has it, or an editor; of a language that is not known there are none
     */
    public static ImmutableList<Block> of(String languageId, String text) {
        List<String> lines = TextLines.of(text);
        return all(languageId, lines)
                .filter(block -> CommandLines.first(block.text()).isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<Block> all(String languageId, List<String> lines) {
        if (isScript(languageId)) {
            return Stream.concat(
                    Stream.of(new Block(Block.Kind.SCRIPT, 0, lines.size() - 1, String.join("\n", lines))),
                    Cells.of(lines).stream()
                            .map(cell -> new Block(
                                    Block.Kind.CELL, Math.max(0, cell.first() - 1), cell.last(), cell.textIn(lines))));
        }
        if (isMarkdown(languageId)) {
            return Fences.of(lines).stream()
                    .flatMap(fence -> fence.shellText().stream()
                            .map(shell -> new Block(
                                    Block.Kind.FENCE,
                                    fence.line(),
                                    fence.line() + fence.lines().size(),
                                    shell)));
        }
        return Stream.empty();
    }
}
