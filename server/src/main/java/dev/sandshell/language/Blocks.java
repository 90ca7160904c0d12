package dev.sandshell.language;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be run of a document: a script and its cells, or a Markdown text's fences. Pure. */
public final class Blocks {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?:#|\\z)");

    private Blocks() {}

    /**
     * In the order of the text.
     *
     * @param languageId as LSP has it; of a language that is not known there are none
     */
    public static ImmutableList<Block> of(String languageId, String text) {
        List<String> lines = Arrays.asList(LINE_END.split(text, -1));
        Stream<Block> all = switch (languageId) {
            case "shellscript" ->
                Stream.concat(
                        Stream.of(new Block(Block.Kind.SCRIPT, 0, String.join("\n", lines))),
                        Cells.of(lines).stream()
                                .map(cell ->
                                        new Block(Block.Kind.CELL, Math.max(0, cell.first() - 1), cell.textIn(lines))));
            case "markdown" ->
                Fences.of(lines).stream()
                        .flatMap(fence -> fence.shellText().stream()
                                .map(shell -> new Block(Block.Kind.FENCE, fence.line(), shell)));
            default -> Stream.empty();
        };
        return all.filter(block -> hasCommand(block.text())).collect(ImmutableList.toImmutableList());
    }

    /** Whether there is more than empty lines and comments. */
    private static boolean hasCommand(String text) {
        return text.lines().anyMatch(line -> !COMMENT.matcher(line).find());
    }
}
