package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.protocol.TerminalSize;

/** An emulator for tests, and what it says. */
final class RecordedTerminal implements Emulator.Listener {
    final XtermEmulator emulator;
    final StringBuilder replies = new StringBuilder();
    final StringBuilder titles = new StringBuilder();
    int bells;

    RecordedTerminal(int rows, int columns) {
        this(rows, columns, XtermEmulator.DEFAULT_HISTORY);
    }

    RecordedTerminal(int rows, int columns, int historyBound) {
        emulator = new XtermEmulator(new TerminalSize(rows, columns), this, historyBound);
    }

    RecordedTerminal write(String text) {
        emulator.write(text);
        return this;
    }

    RecordedTerminal resize(int rows, int columns) {
        emulator.resize(new TerminalSize(rows, columns));
        return this;
    }

    String screen() {
        return ScreenText.of(emulator);
    }

    @Override
    public void replied(String text) {
        replies.append(text);
    }

    @Override
    public void titled(String title) {
        titles.append(title).append('\n');
    }

    @Override
    public void rang() {
        bells++;
    }
}
