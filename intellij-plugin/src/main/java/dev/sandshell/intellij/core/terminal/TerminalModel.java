package dev.sandshell.intellij.core.terminal;

import dev.sandshell.protocol.TerminalSize;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * An emulator that a writing and a painting thread share. Any thread may call; whoever is in keeps the others waiting, so
 * nobody does anything long in here.
 */
public final class TerminalModel {
    /** As much as a terminal takes in a fraction of the time that a frame has: who paints gets in between. */
    private static final int PIECE = 2048;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Emulator emulator;
    private volatile Runnable whenChanged = () -> {};

    public TerminalModel(Emulator emulator) {
        this.emulator = emulator;
    }

    /** Called after each change, on the thread that has made it, outside of the lock. */
    public void onChanged(Runnable listener) {
        whenChanged = listener;
    }

    /** Shows what a program sends. */
    public void write(String text) {
        for (int from = 0; from < text.length(); from += PIECE) {
            String piece = text.substring(from, Math.min(text.length(), from + PIECE));
            change(() -> emulator.write(piece));
        }
    }

    public void resize(TerminalSize size) {
        change(() -> emulator.resize(size));
    }

    /** Looks at it while nobody changes it. What is answered must not hold on to the emulator. */
    public <T> T read(Function<Emulator, T> look) {
        lock.lock();
        try {
            return look.apply(emulator);
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
        whenChanged.run();
    }
}
