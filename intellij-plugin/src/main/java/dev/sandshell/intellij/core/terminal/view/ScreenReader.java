package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Cursor;
import dev.sandshell.intellij.core.terminal.Damage;
import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import dev.sandshell.intellij.core.terminal.TerminalModel;
import dev.sandshell.protocol.TerminalSize;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at a terminal once a frame, and at as few of its lines as have changed. */
final class ScreenReader {
    /**
     * What is seen, at one moment.
     *
     * @param first the number of the first line that is seen
     * @param top that of the screen's first row
     * @param isOther whether line numbers from before say nothing any more
     */
    record Snapshot(
            TerminalSize size,
            long first,
            List<ScreenLine> lines,
            long top,
            Cursor cursor,
            Modes modes,
            Damage damage,
            boolean isOther) {
        /** A line, if it is one of those that are seen. */
        @Nullable
        ScreenLine line(long number) {
            long row = number - first;
            return row >= 0 && row < lines.size() ? lines.get((int) row) : null;
        }
    }

    private final TerminalModel model;
    private final Viewport viewport;
    private @Nullable Snapshot last;

    ScreenReader(TerminalModel model, Viewport viewport) {
        this.model = model;
        this.viewport = viewport;
    }

    /** Looks, and has the viewport follow. */
    Snapshot read() {
        Snapshot now = model.read(this::look);
        last = now;
        return now;
    }

    private Snapshot look(Emulator emulator) {
        Damage damage = emulator.takeDamage();
        TerminalSize size = emulator.size();
        Modes modes = emulator.modes();
        Snapshot before = last;
        long top = emulator.topLine();
        boolean isOther = before == null
                || damage.isHistoryChanged()
                || !size.equals(before.size)
                || modes.isAlternateScreen() != before.modes.isAlternateScreen()
                || top - before.top != damage.scrolled();
        viewport.follow(top, emulator.historySize(), size.rows());
        List<ScreenLine> lines = new ArrayList<>();
        for (int row = 0; row < size.rows(); row++) {
            long number = viewport.first() + row;
            ScreenLine kept = isOther || before == null || isDamaged(damage, number - top) ? null : before.line(number);
            lines.add(kept != null ? kept : emulator.line((int) (number - top)));
        }
        return new Snapshot(size, viewport.first(), lines, top, emulator.cursor(), modes, damage, isOther);
    }

    private static boolean isDamaged(Damage damage, long row) {
        return row >= 0 && damage.rows().get((int) row);
    }
}
