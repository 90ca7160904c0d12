package dev.sandshell.language;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * What of a document somebody means who points at it: a stretch, or the command that begins on a line. Pure.
 *
 * @param firstLine the first line that it is on, from 0
 * @param lastLine the last one
 * @param text what is run
 */
public record Selection(int firstLine, int lastLine, String text) {
    /** How many lines a command may have that begins on the line that is pointed at. */
    private static final int MOST_LINES = 500;

    /**
     * What is between two places; where that is a cursor, the line, and as many after it as a shell would ask for. Of a
     * dialogue in a Markdown text it is what is typed there. Nothing where there is no command.
     */
    public static Optional<Selection> of(
            String languageId, String text, Place start, Place end, PositionEncoding encoding) {
        List<String> lines = TextLines.of(text);
        int first = Math.min(start.line(), lines.size() - 1);
        int last = Math.max(first, Math.min(end.line(), lines.size() - 1));
        boolean isMarkdown = Blocks.isMarkdown(languageId);
        if (isCursor(text, start, end, encoding)) {
            return command(lines, first, isMarkdown);
        }
        int from = start.indexIn(text, encoding);
        String meant = text.substring(from, Math.max(from, end.indexIn(text, encoding)));
        if (last > first && last == end.line() && end.character() == 0) {
            last--;
        }
        List<String> selected = TextLines.of(meant);
        String typed = isMarkdown && selected.stream().anyMatch(Selection::isTyped)
                ? String.join("\n", typedIn(selected))
                : String.join("\n", selected);
        return selection(first, last, typed);
    }

    /** Whether nothing is selected. The cursor of some editors covers a character, and is told as a selection of it. */
    static boolean isCursor(String text, Place start, Place end, PositionEncoding encoding) {
        int from = start.indexIn(text, encoding);
        String covered = text.substring(from, Math.max(from, end.indexIn(text, encoding)));
        return start.equals(end) || covered.codePointCount(0, covered.length()) == 1 || covered.equals("\r\n");
    }

    private static Optional<Selection> command(List<String> lines, int first, boolean isMarkdown) {
        boolean isDialogue = isMarkdown && isTyped(lines.get(first));
        int most = Math.min(lines.size(), first + MOST_LINES);
        for (int last = first; last < most && !(isMarkdown && isFence(lines.get(last))); last++) {
            List<String> taken = lines.subList(first, last + 1);
            String command = isDialogue ? typedIn(taken).get(0) : String.join("\n", taken);
            if (!UnfinishedCommand.is(command)) {
                return selection(first, last, command);
            }
        }
        String line = lines.get(first);
        return selection(first, first, isDialogue ? typedIn(List.of(line)).get(0) : isFence(line) ? "" : line);
    }

    private static Optional<Selection> selection(int first, int last, String text) {
        return CommandLines.first(text).map(line -> new Selection(first, last, text));
    }

    private static boolean isTyped(String line) {
        return line.stripLeading().startsWith("$ ");
    }

    private static boolean isFence(String line) {
        String bare = line.stripLeading();
        return bare.startsWith("```") || bare.startsWith("~~~");
    }

    private static ImmutableList<String> typedIn(List<String> lines) {
        return Dialogue.typedIn(lines.stream().map(String::stripLeading).toList());
    }
}
