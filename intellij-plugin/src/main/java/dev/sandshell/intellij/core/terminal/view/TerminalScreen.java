package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Cursor;
import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import dev.sandshell.intellij.core.terminal.TerminalModel;
import dev.sandshell.intellij.core.terminal.view.ScreenImage.Change;
import dev.sandshell.intellij.core.terminal.view.ScreenReader.Snapshot;
import dev.sandshell.protocol.TerminalSize;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings what a terminal holds, and what is marked in it, into a picture: a frame at a time. */
final class TerminalScreen {
    private final ScreenReader reader;
    private final Markings markings;
    private final CursorState cursorState;
    private final Supplier<Look> looks;
    private final ScreenImage.Factory factory;

    private @Nullable Look look;
    private @Nullable ScreenImage image;
    private @Nullable Snapshot shown;
    private Composition composition = Composition.NONE;
    private long paintedBefore;

    TerminalScreen(
            TerminalModel model,
            Viewport viewport,
            Markings markings,
            CursorState cursorState,
            Supplier<Look> looks,
            ScreenImage.Factory factory) {
        reader = new ScreenReader(model, viewport);
        this.markings = markings;
        this.cursorState = cursorState;
        this.looks = looks;
        this.factory = factory;
    }

    void compose(Composition newComposition) {
        composition = newComposition;
    }

    Composition composition() {
        return composition;
    }

    /** What was seen at the last frame; nothing before the first. */
    @Nullable
    Snapshot shown() {
        return shown;
    }

    /** All that is seen, as text. */
    String text() {
        return shown == null
                ? ""
                : shown.lines().stream()
                        .map(ScreenLine::text)
                        .collect(Collectors.joining("\n"))
                        .stripTrailing();
    }

    /** What programs had asked for at the last frame. */
    Modes modes() {
        return shown == null ? Modes.NONE : shown.modes();
    }

    @Nullable
    BufferedImage picture() {
        return image == null ? null : image.image();
    }

    /** How many rows were painted since it was made. */
    long rowsPainted() {
        return paintedBefore + (image == null ? 0 : image.painted());
    }

    /** Looks at the terminal: what is new there. To be painted next, unless what is marked has to follow it first. */
    Snapshot read() {
        Snapshot snapshot = reader.read();
        if (shown != null && !shown.size().equals(snapshot.size())) {
            dropImage();
        }
        shown = snapshot;
        return snapshot;
    }

    /** Paints what was read last; says which rows look different. */
    Change paint() {
        Snapshot snapshot = shown;
        if (snapshot == null) {
            return Change.NONE;
        }
        TerminalSize size = snapshot.size();
        Look now = looks.get();
        if (now != look) {
            look = now;
            dropImage();
        }
        ScreenImage current = image;
        boolean isNew = current == null;
        if (current == null) {
            current = new ScreenImage(now, size.rows(), size.cols(), factory);
            image = current;
        }
        Change change = current.show(snapshot.first(), pictures(snapshot, size.cols()));
        return isNew ? new Change(0, size.rows()) : change;
    }

    private List<RowPicture> pictures(Snapshot snapshot, int columns) {
        Cursor cursor = snapshot.cursor();
        long cursorLine = snapshot.top() + cursor.row();
        List<RowPicture> pictures = new ArrayList<>();
        for (int row = 0; row < snapshot.lines().size(); row++) {
            long number = snapshot.first() + row;
            ScreenLine line = snapshot.lines().get(row);
            CursorPicture cursorPicture = null;
            if (number == cursorLine) {
                cursorPicture = cursorState.picture(cursor, line, columns);
                line = composition.isNone() ? line : composition.over(line, cursor.column(), columns);
            }
            pictures.add(new RowPicture(line, markings.on(number, columns), cursorPicture));
        }
        return pictures;
    }

    private void dropImage() {
        paintedBefore = rowsPainted();
        image = null;
    }
}
