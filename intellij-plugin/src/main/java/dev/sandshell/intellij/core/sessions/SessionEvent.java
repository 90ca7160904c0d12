package dev.sandshell.intellij.core.sessions;

import dev.sandshell.protocol.ExecClosedNotification;
import dev.sandshell.protocol.ExecExitedNotification;
import dev.sandshell.protocol.ExecInputRequiredNotification;
import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.ExecStartedNotification;
import org.jspecify.annotations.Nullable;

/** What happens in a session and has a number. Immutable. */
public sealed interface SessionEvent {
    String sessionId();

    /** The command that it happens to; null where the terminal shows something outside of any. */
    @Nullable
    String execId();

    /** Rises by one with each event of a session. */
    long seq();

    /** What a terminal that shows the session is to be sent because of it; empty where that is nothing. */
    String terminalText();

    /** How many bytes the command has written, which is what is acknowledged; 0 for what is no output. */
    default long bytes() {
        return 0;
    }

    /**
     * A command begins.
     *
     * @param shown what terminals are to show because of it; null where the server has not said
     */
    record Started(ExecStartedNotification params, @Nullable String shown) implements SessionEvent {
        @Override
        public String sessionId() {
            return params.sessionId();
        }

        @Override
        public String execId() {
            return params.execId();
        }

        @Override
        public long seq() {
            return params.seq();
        }

        @Override
        public String terminalText() {
            return shown == null ? "" : shown;
        }
    }

    /** Some output of a command, or of the session's terminal. */
    record Output(ExecOutputNotification params, @Nullable String shown) implements SessionEvent {
        @Override
        public String sessionId() {
            return params.sessionId();
        }

        @Override
        public @Nullable String execId() {
            return params.execId();
        }

        @Override
        public long seq() {
            return params.seq();
        }

        /** Without a word of the server's it is the output as it is. */
        @Override
        public String terminalText() {
            return shown == null ? text() : shown;
        }

        /** What was printed; of bytes that are no text, nothing. */
        public String text() {
            return params.text() == null ? "" : params.text();
        }

        /** A malformed byte counts as three. */
        @Override
        public long bytes() {
            return params.bytes().length;
        }
    }

    /** A command waits for input. */
    record InputRequired(ExecInputRequiredNotification params) implements SessionEvent {
        @Override
        public String sessionId() {
            return params.sessionId();
        }

        @Override
        public String execId() {
            return params.execId();
        }

        @Override
        public long seq() {
            return params.seq();
        }

        @Override
        public String terminalText() {
            return "";
        }
    }

    /** A command has ended; output of what it has left behind may still come. */
    record Exited(ExecExitedNotification params, @Nullable String shown) implements SessionEvent {
        @Override
        public String sessionId() {
            return params.sessionId();
        }

        @Override
        public String execId() {
            return params.execId();
        }

        @Override
        public long seq() {
            return params.seq();
        }

        @Override
        public String terminalText() {
            return shown == null ? "" : shown;
        }
    }

    /** Nothing of a command can come any more. */
    record Closed(ExecClosedNotification params, @Nullable String shown) implements SessionEvent {
        @Override
        public String sessionId() {
            return params.sessionId();
        }

        @Override
        public String execId() {
            return params.execId();
        }

        @Override
        public long seq() {
            return params.seq();
        }

        @Override
        public String terminalText() {
            return shown == null ? "" : shown;
        }
    }
}
