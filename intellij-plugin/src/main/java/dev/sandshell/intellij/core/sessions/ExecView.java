package dev.sandshell.intellij.core.sessions;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sandshell.protocol.Exec;
import dev.sandshell.protocol.ExecStartedNotification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One command of a session, as far as it has been heard of. Any thread may look; the thread of {@link Sessions} writes. */
public final class ExecView {
    /** How much of the end of its output is kept for showing what a command does. In characters. */
    private static final int KEPT_TAIL = 2_000;

    /** Whether it asks for input, and whether what is typed should be shown. */
    public enum AsksFor {
        NOTHING,
        TEXT,
        SECRET
    }

    private final String execId;
    private final String sessionId;
    private final String command;
    private final String cwd;
    private final boolean isBackground;
    private final long startedAtMs;
    private volatile @Nullable Outcome outcome;
    private volatile AsksFor asksFor = AsksFor.NOTHING;

    @GuardedBy("this")
    private final StringBuilder tail = new StringBuilder();

    ExecView(ExecStartedNotification started) {
        execId = started.execId();
        sessionId = started.sessionId();
        command = started.command();
        cwd = started.cwd();
        isBackground = started.background();
        startedAtMs = started.startedAtMs();
    }

    /** One that has begun. */
    ExecView(Exec exec) {
        execId = exec.execId();
        sessionId = exec.sessionId();
        command = exec.command();
        cwd = exec.cwd();
        isBackground = exec.background();
        Long started = exec.startedAtMs();
        startedAtMs = started == null ? 0 : started;
        if (exec.state().equals("exited") || exec.state().equals("closed")) {
            outcome = Outcome.of(exec);
        }
    }

    public String execId() {
        return execId;
    }

    public String sessionId() {
        return sessionId;
    }

    public String command() {
        return command;
    }

    /** Where it began. */
    public String cwd() {
        return cwd;
    }

    public boolean isBackground() {
        return isBackground;
    }

    public long startedAtMs() {
        return startedAtMs;
    }

    /** How it ended; null while it runs. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    public boolean isRunning() {
        return outcome == null;
    }

    /** Whether it has ended otherwise than with exit code 0. */
    public boolean hasFailed() {
        Outcome end = outcome;
        return end != null && !end.isSuccess();
    }

    /** Whether a person has typed it at the prompt. */
    public boolean isTyped() {
        return execId.startsWith("typed-");
    }

    public AsksFor asksFor() {
        return asksFor;
    }

    /** The last line of its output that says something, as plain text. */
    public String lastLine() {
        List<String> lines = lastLines(1);
        return lines.isEmpty() ? "" : lines.get(0).strip();
    }

    /** The last lines of its output, as plain text, but for empty ones at the end. */
    public List<String> lastLines(int most) {
        List<String> lines = List.of(PlainText.withoutEscapes(tail()).split("\n", -1));
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(Math.max(0, end - most), end);
    }

    private synchronized String tail() {
        return tail.toString();
    }

    synchronized void printed(String text) {
        asksFor = AsksFor.NOTHING;
        // A flood is not to be copied for its end.
        tail.append(text, Math.max(0, text.length() - KEPT_TAIL), text.length());
        if (tail.length() > KEPT_TAIL) {
            tail.delete(0, tail.length() - KEPT_TAIL);
        }
    }

    void asks(boolean isSecret) {
        asksFor = isSecret ? AsksFor.SECRET : AsksFor.TEXT;
    }

    void exited(Outcome end) {
        asksFor = AsksFor.NOTHING;
        outcome = end;
    }
}
