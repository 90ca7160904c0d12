package dev.sandshell.session;

import org.jspecify.annotations.Nullable;

/** Something that happened in a session and has a number there. Immutable: the log and every client share it. */
sealed interface SessionEvent {
    /** Its place among the session's events, from 1. */
    long seq();

    /** The command that it is about, or null for what the terminal shows outside of any. */
    @Nullable
    String execId();

    /** About how many bytes it holds of what somebody else chose the length of. */
    default long weight() {
        return 0;
    }

    /** Whether clients are told of it, and not only those who read. */
    default boolean isTold() {
        return true;
    }

    /** Tells a client; answers how many bytes of output it is sent. */
    int tell(SessionListener listener, Telling telling);

    /** A command runs. */
    record Started(ExecView exec, long seq) implements SessionEvent {
        @Override
        public String execId() {
            return exec.execId();
        }

        @Override
        public long weight() {
            return exec.command().length();
        }

        @Override
        public int tell(SessionListener listener, Telling telling) {
            listener.started(exec, seq, telling);
            return 0;
        }
    }

    /** A command has printed something, or the terminal shows something. */
    record Output(String sessionId, OutputChunk chunk, boolean isTold) implements SessionEvent {
        @Override
        public long seq() {
            return chunk.seq();
        }

        @Override
        public @Nullable String execId() {
            return chunk.execId();
        }

        @Override
        public long weight() {
            return chunk.length();
        }

        @Override
        public int tell(SessionListener listener, Telling telling) {
            return listener.output(sessionId, chunk, telling) ? chunk.length() : 0;
        }
    }

    /** A command waits for input. */
    record InputRequired(String sessionId, String execId, boolean isSecret, long seq) implements SessionEvent {
        @Override
        public int tell(SessionListener listener, Telling telling) {
            listener.inputRequired(sessionId, execId, isSecret, seq, telling);
            return 0;
        }
    }

    /** A command has its outcome. */
    record Exited(ExecResult result, long seq) implements SessionEvent {
        @Override
        public String execId() {
            return result.execId();
        }

        @Override
        public int tell(SessionListener listener, Telling telling) {
            listener.exited(result, seq, telling);
            return 0;
        }
    }

    /** Nothing of a command can come any more. */
    record Closed(String sessionId, String execId, long seq) implements SessionEvent {
        @Override
        public int tell(SessionListener listener, Telling telling) {
            listener.closed(sessionId, execId, seq, telling);
            return 0;
        }
    }
}
