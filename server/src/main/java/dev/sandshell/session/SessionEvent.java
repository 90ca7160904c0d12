package dev.sandshell.session;

/** Something that happened in a session and has a number there. Immutable: the log and every client share it. */
sealed interface SessionEvent {
    /** Its place among the session's events, from 1. */
    long seq();

    String execId();

    /** About how many bytes it holds of what somebody else chose the length of. */
    long weight();

    /** Whether clients are told of it, and not only those who read. */
    boolean isTold();

    void tell(SessionListener listener);

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
        public boolean isTold() {
            return true;
        }

        @Override
        public void tell(SessionListener listener) {
            listener.started(exec, seq);
        }
    }

    /** A command has printed something. */
    record Output(String sessionId, OutputChunk chunk, boolean isTold) implements SessionEvent {
        @Override
        public long seq() {
            return chunk.seq();
        }

        @Override
        public String execId() {
            return chunk.execId();
        }

        @Override
        public long weight() {
            return chunk.length();
        }

        @Override
        public void tell(SessionListener listener) {
            listener.output(sessionId, chunk);
        }
    }

    /** A command has its outcome. */
    record Exited(ExecResult result, long seq) implements SessionEvent {
        @Override
        public String execId() {
            return result.execId();
        }

        @Override
        public long weight() {
            return 0;
        }

        @Override
        public boolean isTold() {
            return true;
        }

        @Override
        public void tell(SessionListener listener) {
            listener.exited(result, seq);
        }
    }

    /** Nothing of a command can come any more. */
    record Closed(String sessionId, String execId, long seq) implements SessionEvent {
        @Override
        public long weight() {
            return 0;
        }

        @Override
        public boolean isTold() {
            return true;
        }

        @Override
        public void tell(SessionListener listener) {
            listener.closed(sessionId, execId, seq);
        }
    }
}
