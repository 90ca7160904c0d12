package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.view.Highlight.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of the text is to be told from the rest: what is selected, what was found, what the mouse points at. */
final class Markings {
    private final Selection selection;
    private final TerminalSearch search;
    private @Nullable TextRange link;

    Markings(Selection selection, TerminalSearch search) {
        this.selection = selection;
        this.search = search;
    }

    /** Has a link be seen as one; nothing if none is to. */
    void point(@Nullable TextRange newLink) {
        link = newLink;
    }

    List<Highlight> on(long line, int columns) {
        List<Highlight> highlights = new ArrayList<>();
        for (TextRange found : search.on(line)) {
            boolean isCurrent = found.equals(search.current());
            add(highlights, found, line, columns, isCurrent ? Kind.FOUND_NOW : Kind.FOUND);
        }
        add(highlights, selection.range(), line, columns, Kind.SELECTED);
        add(highlights, link, line, columns, Kind.LINK);
        return highlights;
    }

    private static void add(List<Highlight> highlights, @Nullable TextRange range, long line, int columns, Kind kind) {
        if (range != null) {
            int from = range.firstColumn(line);
            int end = range.endColumn(line, columns);
            if (from < end) {
                highlights.add(new Highlight(from, end, kind));
            }
        }
    }
}
