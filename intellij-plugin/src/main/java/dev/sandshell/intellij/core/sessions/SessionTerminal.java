package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.intellij.core.terminal.TerminalModel;
import dev.sandshell.protocol.TerminalSize;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A session as a terminal: what it shows, the keys that are typed, and its size. Any thread may call, and none waits. What
 * is shown is written to the model on a thread of its own, {@code terminal-SESSION}.
 */
public final class SessionTerminal implements AutoCloseable {
    /** What the terminal says to who shows it, on its thread. */
    public interface Listener {
        /** The program has given it this title. */
        default void titled(String title) {}

        /** The program wants to be noticed. */
        default void rang() {}

        /** The session is over; nothing more is shown. */
        default void ended() {}
    }

    /** @param emulator makes the emulator, given whom it has to tell */
    public SessionTerminal(
            String sessionId, Sessions sessions, Function<Emulator.Listener, Emulator> emulator, Listener listener) {}

    public String sessionId() {
        throw new UnsupportedOperationException();
    }

    /** What is to be painted. */
    public TerminalModel model() {
        throw new UnsupportedOperationException();
    }

    /**
     * Shows what has been and what is, and again by itself after the server has been another; that it is gone is said on the
     * screen. Completed once that has begun; where it fails, the screen says why.
     */
    public CompletableFuture<Void> open() {
        throw new UnsupportedOperationException();
    }

    /** Keys: they go one request after the other, and those that come meanwhile together. */
    public void type(String text) {
        throw new UnsupportedOperationException();
    }

    /** Gives the screen another size, and the session with it. */
    public void resize(TerminalSize size) {
        throw new UnsupportedOperationException();
    }

    /** Gives the session its size again, where something else has given it another meanwhile. */
    public void fit() {
        throw new UnsupportedOperationException();
    }

    /** Shows nothing more; its thread ends. The session goes on. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
