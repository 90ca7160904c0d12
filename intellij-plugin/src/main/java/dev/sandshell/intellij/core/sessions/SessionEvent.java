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
    default String terminalText() {
        return "";
    }

    /** How many bytes the command has written, which is what is acknowledged; 0 for what is no output. */
    default long bytes() {
        return 0;
    }

    /** A command begins. */
    record Started(ExecStartedNotification params, String terminalText) implements SessionEvent {
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
    }

    /** Some output of a command, or of the session's terminal. */
    record Output(ExecOutputNotification params, String terminalText) implements SessionEvent {
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

        /** What was printed; nothing where that is told as bytes. */
        public String text() {
            String text = params.text();
            return text == null ? "" : text;
        }

        /** A malformed byte counts as three, as it is shown. */
        @Override
        public long bytes() {
            String base64 = params.dataBase64();
            return base64 == null ? Utf8.length(text()) : Utf8.lengthOfBase64(base64);
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
    }

    /** A command has ended; output of what it has left behind may still come. */
    record Exited(ExecExitedNotification params, String terminalText) implements SessionEvent {
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
    }

    /** Nothing of a command can come any more. */
    record Closed(ExecClosedNotification params, String terminalText) implements SessionEvent {
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
    }
}
