package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.terminal.Cursor;
import dev.sandshell.intellij.core.terminal.Damage;
import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import dev.sandshell.protocol.TerminalSize;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Keeps what it is sent, and answers the one question that it knows: how are you (DSR 5), well. */
final class FakeEmulator implements Emulator {
    private final Listener listener;
    private final StringBuilder written = new StringBuilder();
    private final Set<String> threads = new HashSet<>();
    private TerminalSize size = new TerminalSize(24, 80);
    private int longest;

    FakeEmulator(Listener listener) {
        this.listener = listener;
    }

    String written() {
        return written.toString();
    }

    Set<String> threads() {
        return Set.copyOf(threads);
    }

    /** The longest text that it was given at once. */
    int longest() {
        return longest;
    }

    @Override
    public void write(String text) {
        written.append(text);
        threads.add(Thread.currentThread().getName());
        longest = Math.max(longest, text.length());
        if (text.contains("\033[5n")) {
            listener.replied("\033[0n");
        }
        if (text.contains("\007")) {
            listener.rang();
        }
    }

    @Override
    public void resize(TerminalSize size) {
        this.size = size;
    }

    @Override
    public void reset() {
        written.setLength(0);
    }

    @Override
    public TerminalSize size() {
        return size;
    }

    @Override
    public int historySize() {
        return 0;
    }

    @Override
    public long topLine() {
        return 0;
    }

    @Override
    public ScreenLine line(int row) {
        return ScreenLine.EMPTY;
    }

    @Override
    public Cursor cursor() {
        return new Cursor(0, 0, Cursor.Shape.BLOCK, false, true);
    }

    @Override
    public Modes modes() {
        return Modes.NONE;
    }

    @Override
    public String title() {
        return "";
    }

    @Override
    public Damage takeDamage() {
        return new Damage(0, new BitSet(), false);
    }
}
