package dev.sandshell.intellij.core.terminal.emulator;

import java.util.Locale;
import java.util.stream.Stream;

/** What is recorded in test-fixtures/terminal, and the size that its terminal has in the end. */
enum Recording {
    COLOURS(24, 80),
    ATTRIBUTES(24, 80),
    WIDE(24, 80),
    PROGRESS(24, 80),
    CURSOR(24, 80),
    SCROLL_REGION(16, 60),
    TABS_AND_WRAP(24, 80),
    ALTERNATE_SCREEN(24, 80),
    MODES(24, 80),
    RESIZE(10, 100),
    LESS(12, 60),
    VIM(10, 60);

    private final int rows;
    private final int columns;

    Recording(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    String raw() {
        return Fixtures.read(fileName() + ".raw");
    }

    String screen() {
        return Fixtures.read(fileName() + ".screen");
    }

    private String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a terminal shows that is sent these pieces. */
    String shown(Stream<String> pieces) {
        RecordedTerminal terminal = new RecordedTerminal(rows, columns);
        pieces.forEach(terminal::write);
        return terminal.screen();
    }
}
