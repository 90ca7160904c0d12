package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.ScreenLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that makes a row look as it does; two that are equal look the same, wherever they are. */
record RowPicture(
        ScreenLine line,
        List<Highlight> highlights,
        @Nullable CursorPicture cursor) {
    RowPicture {
        highlights = List.copyOf(highlights);
    }
}
