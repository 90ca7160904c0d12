package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.intellij.core.concurrent.SerialExecutor;
import dev.sandshell.intellij.core.server.Failures;
import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.intellij.core.terminal.TerminalModel;
import dev.sandshell.protocol.TerminalSize;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A session as a terminal: what it shows, the keys that are typed, and its size. Any thread may call, and none waits for
 * more than a piece to be written.
 *
 * <p>What is shown is written to the model on a thread of its own, {@code terminal-SESSION}. No more waits for it than the
 * server sends before it is told that output was taken, and no more than so many events: then {@link Sessions} waits.
 */
public final class SessionTerminal implements AutoCloseable {
    /** How many earlier events are shown again when it is opened. */
    private static final long EARLIER_EVENTS = 2_000;

    /** What is written at once, so that whoever paints does not wait. In characters. */
    private static final int PIECE = 16 * 1024;

    /** What the terminal says to who shows it, on its thread; while the model is locked, so it must not wait for the UI. */
    public interface Listener {
        /** The program has given it this title. */
        default void titled(String title) {}

        /** The program wants to be noticed. */
        default void rang() {}

        /** The session is over; nothing more is shown. */
        default void ended() {}
    }

    private final String sessionId;
    private final Sessions sessions;
    private final Listener listener;
    private final TerminalModel model;
    private final TypedKeys keys;
    private final SerialExecutor thread;
    private final Shown shown = new Shown();
    private final LongConsumer taker;
    private final Registration registration;
    private volatile @Nullable TerminalSize size;
    private volatile boolean isOpen;
    private volatile boolean isClosed;

    /** Whether what is written has been before, so that nobody waits for an answer to it. Confined to the terminal's thread. */
    private boolean isPast;

    /** @param emulator makes the emulator, given whom it has to tell */
    public SessionTerminal(
            String sessionId, Sessions sessions, Function<Emulator.Listener, Emulator> emulator, Listener listener) {
        this.sessionId = sessionId;
        this.sessions = sessions;
        this.listener = listener;
        this.model = new TerminalModel(emulator.apply(new Heard()));
        this.keys = new TypedKeys(text -> sessions.input(sessionId, text), this::say);
        this.thread = new SerialExecutor("terminal-" + sessionId);
        this.taker = sessions.taker(sessionId, shown);
        this.registration = sessions.addListener(new Life());
    }

    public String sessionId() {
        return sessionId;
    }

    /** What is to be painted. */
    public TerminalModel model() {
        return model;
    }

    /**
     * Shows what has been and what is, and again by itself after the server has been another; that it is gone is said on the
     * screen. Completed once that has begun; where it fails, the screen says why.
     */
    public CompletableFuture<@Nullable Void> open() {
        isOpen = true;
        return attach();
    }

    /** Keys: they go one request after the other, and those that come meanwhile together. */
    public void type(String text) {
        keys.type(text);
    }

    /** Gives the screen another size, and the session with it: of several terminals of one session, the last that did. */
    public void resize(TerminalSize size) {
        this.size = size;
        sessions.lead(sessionId, shown);
        model.resize(size);
        CompletableFuture<?> unused = sessions.resize(sessionId, size);
    }

    /** Gives the session its size again, where something else has given it another meanwhile. */
    public void fit() {
        TerminalSize size = this.size;
        if (size != null) {
            resize(size);
        }
    }

    /** Shows nothing more; its thread ends. The session goes on. */
    @Override
    public void close() {
        isClosed = true;
        registration.close();
        // What waits counts as written, so that others are not held up.
        CompletableFuture<?> unused =
                sessions.hide(sessionId, shown).whenComplete((nothing, failure) -> thread.close());
    }

    private CompletableFuture<@Nullable Void> attach() {
        return sessions.show(sessionId, shown, EARLIER_EVENTS, shown.lastSeq).whenComplete((nothing, failure) -> {
            if (failure != null) {
                say(Failures.messageOf(failure));
            }
        });
    }

    private void say(String text) {
        thread.executeAlways(() -> write("\r\n\033[33mSandshell: " + text + "\033[39m\r\n"));
    }

    private void write(String text) {
        for (int from = 0; from < text.length() && !isClosed; from += PIECE) {
            model.write(text.substring(from, Math.min(text.length(), from + PIECE)));
        }
    }

    /** Where events come from the thread of {@link Sessions}, to which its state is confined. */
    private final class Shown implements Screen {
        private volatile long lastSeq;
        private long pastSeq;

        @Override
        public void begin(long pastSeq, boolean isAnother) {
            this.pastSeq = pastSeq;
            if (isAnother) {
                lastSeq = 0;
            }
        }

        @Override
        public void show(SessionEvent event) {
            // What comes again has been shown.
            String text = event.seq() > lastSeq ? event.terminalText() : "";
            lastSeq = Math.max(lastSeq, event.seq());
            long bytes = event.bytes();
            boolean isPast = event.seq() <= pastSeq;
            if (!text.isEmpty() || bytes > 0) {
                thread.put(() -> {
                    SessionTerminal.this.isPast = isPast;
                    write(text);
                    taker.accept(bytes);
                });
            }
        }
    }

    private final class Heard implements Emulator.Listener {
        @Override
        public void replied(String text) {
            // Of several, one answers.
            if (!isPast && sessions.leads(sessionId, shown)) {
                keys.type(text);
            }
        }

        @Override
        public void titled(String title) {
            listener.titled(title);
        }

        @Override
        public void rang() {
            if (!isPast) {
                listener.rang();
            }
        }
    }

    private final class Life implements SessionsListener {
        @Override
        public void listed() {
            if (isOpen && sessions.get(sessionId) != null) {
                CompletableFuture<?> unused = attach();
            }
        }

        @Override
        public void lost(String reason, boolean isFinal) {
            if (isOpen) {
                say("the server is gone: " + reason);
            }
        }

        @Override
        public void changed(SessionView view) {
            if (view.isTerminated() && view.id().equals(sessionId)) {
                thread.executeAlways(listener::ended);
            }
        }
    }
}
