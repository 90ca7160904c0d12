package dev.sandshell.language;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the fences of a Markdown text, also those in lists and quotations. Used once, by one thread. */
final class Fences {
    /** How deep quotations may be in each other. */
    private static final int DEEPEST = 100;

    private static final Pattern QUOTE = Pattern.compile("^ {0,3}> ?");
    private static final Pattern LIST_MARKER = Pattern.compile("^( *(?:[-*+]|\\d{1,9}[.)]) {1,4})(?=\\S)");
    private static final Pattern OPENING = Pattern.compile("(?s)^( *)(`{3,}(?=[^`]*\\z)|~{3,})\\s*(.*)\\z");
    private static final Pattern LANGUAGE = Pattern.compile("^\\{?\\s*\\.?([\\w+#-]+)");

    private final List<String> lines;
    private final ImmutableList.Builder<Fence> fences = ImmutableList.builder();
    private int at;

    /** Where the text of the list's item begins, which a fence in it is indented to. */
    private int itemIndent;

    private Fences(List<String> lines) {
        this.lines = lines;
    }

    /** One that is not closed ends with the text. */
    static ImmutableList<Fence> of(List<String> lines) {
        Fences found = new Fences(lines);
        for (; found.at < lines.size(); found.at++) {
            found.take(Line.of(lines.get(found.at), DEEPEST));
        }
        return found.fences.build();
    }

    private void take(Line line) {
        String text = line.text();
        Matcher marker = LIST_MARKER.matcher(text);
        if (marker.find()) {
            itemIndent = marker.end();
            text = " ".repeat(itemIndent) + text.substring(itemIndent);
        } else if (!text.isBlank() && indentOf(text) == 0) {
            itemIndent = 0;
        }
        Matcher opening = OPENING.matcher(text);
        if (opening.find() && isFence(opening.group(1).length())) {
            int indent = opening.group(1).length();
            String mark = opening.group(2);
            int opened = at;
            ImmutableList<String> inner = inner(indent, mark, line.depth());
            fences.add(new Fence(opened, languageOf(opening.group(3)), inner));
        }
    }

    /** What is indented further is code of its own. */
    private boolean isFence(int indent) {
        return indent <= 3 || (indent >= itemIndent && indent <= itemIndent + 3);
    }

    /** Goes on to the last line that belongs to it. */
    private ImmutableList<String> inner(int indent, String mark, int depth) {
        ImmutableList.Builder<String> inner = ImmutableList.builder();
        int container = indent >= itemIndent ? itemIndent : 0;
        Pattern closing =
                Pattern.compile("^\\s*" + Pattern.quote(mark.substring(0, 1)) + "{" + mark.length() + ",}\\s*\\z");
        for (at++; at < lines.size(); at++) {
            Line line = Line.of(lines.get(at), depth);
            String text = line.text();
            if (line.depth() < depth || (!text.isBlank() && indentOf(text) < container)) {
                // What it is in has ended, and this line is not in it any more.
                at--;
                break;
            }
            if (closing.matcher(text).find() && indentOf(text) <= container + 3) {
                break;
            }
            inner.add(text.substring(Math.min(indentOf(text), indent)));
        }
        return inner.build();
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String languageOf(String info) {
        Matcher language = LANGUAGE.matcher(info);
        return language.find() ? language.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** A line without the marks of quotations. */
    private record Line(String text, int depth) {
        static Line of(String line, int deepest) {
            String text = line;
            int depth = 0;
            Matcher mark = QUOTE.matcher(text);
            while (depth < deepest && mark.find()) {
                text = text.substring(mark.end());
                depth++;
                mark = QUOTE.matcher(text);
            }
            return new Line(text, depth);
        }
    }
}
