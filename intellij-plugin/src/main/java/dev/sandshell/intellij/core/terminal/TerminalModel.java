package dev.sandshell.intellij.core.terminal;

import dev.sandshell.protocol.TerminalSize;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * An emulator that a writing and a painting thread share. Any thread may call; whoever is in keeps the others waiting, so
 * nobody does anything long in here: {@link #write} is given pieces of some 16 KiB at most.
 */
public final class TerminalModel {
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
        change(() -> emulator.write(text));
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
