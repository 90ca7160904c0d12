package dev.sandshell.intellij.core.sessions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One command of a session, as far as it has been heard of. Any thread may look; the thread of {@link Sessions} writes. */
public final class ExecView {
    /** Whether it asks for input, and whether what is typed should be shown. */
    public enum AsksFor {
        NOTHING,
        TEXT,
        SECRET
    }

    public String execId() {
        throw new UnsupportedOperationException();
    }

    public String sessionId() {
        throw new UnsupportedOperationException();
    }

    public String command() {
        throw new UnsupportedOperationException();
    }

    /** Where it began. */
    public String cwd() {
        throw new UnsupportedOperationException();
    }

    public boolean isBackground() {
        throw new UnsupportedOperationException();
    }

    public long startedAtMs() {
        throw new UnsupportedOperationException();
    }

    /** How it ended; null while it runs. */
    public @Nullable Outcome outcome() {
        throw new UnsupportedOperationException();
    }

    public boolean isRunning() {
        return outcome() == null;
    }

    /** Whether it has ended otherwise than with exit code 0. */
    public boolean hasFailed() {
        throw new UnsupportedOperationException();
    }

    /** Whether a person has typed it at the prompt. */
    public boolean isTyped() {
        throw new UnsupportedOperationException();
    }

    public AsksFor asksFor() {
        throw new UnsupportedOperationException();
    }

    /** The last line of its output that says something, as plain text. */
    public String lastLine() {
        throw new UnsupportedOperationException();
    }

    /** The last lines of its output, as plain text, but for empty ones at the end. */
    public List<String> lastLines(int most) {
        throw new UnsupportedOperationException();
    }
}
