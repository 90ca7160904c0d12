package dev.sandshell.intellij.core.sessions;

import dev.sandshell.protocol.Exec;
import dev.sandshell.protocol.ExecExitedNotification;
import dev.sandshell.protocol.ExecResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended, as far as it is known.
 *
 * @param exitCode what the shell reported; null where it could not
 * @param signal what killed the shell itself
 */
public record Outcome(
        @Nullable Integer exitCode,
        @Nullable String signal,
        boolean timedOut,
        @Nullable Long durationMs) {
    public static Outcome of(ExecResult result) {
        return new Outcome(result.exitCode(), result.signal(), result.timedOut(), result.durationMs());
    }

    public static Outcome of(ExecExitedNotification end) {
        return new Outcome(end.exitCode(), end.signal(), end.timedOut(), end.durationMs());
    }

    /** Of a command that has ended. */
    public static Outcome of(Exec exec) {
        return new Outcome(exec.exitCode(), exec.signal(), exec.timedOut(), exec.durationMs());
    }

    public boolean isSuccess() {
        return exitCode != null && exitCode == 0;
    }

    /** What it came to, in a few words: {@code exit 0 in 1.2 s}. */
    public String words() {
        return durationMs == null ? how() : how() + " in " + duration(durationMs);
    }

    private String how() {
        if (timedOut) {
            return "timed out";
        }
        if (exitCode != null) {
            return "exit " + exitCode;
        }
        return signal != null ? "killed by " + signal : "no exit code";
    }

    /** A duration as people say it: {@code 320 ms}, {@code 1.2 s}, {@code 3 min 5 s}, {@code 2 h 3 min}. */
    public static String duration(double ms) {
        if (ms < 1_000) {
            return Math.round(ms) + " ms";
        }
        if (ms < 59_950) {
            return new BigDecimal(ms / 1_000).setScale(1, RoundingMode.HALF_UP) + " s";
        }
        long seconds = Math.round(ms / 1_000);
        long minutes = seconds / 60;
        return minutes < 60 ? minutes + " min " + seconds % 60 + " s" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** The first line of a command, cut where it is long. */
    public static String shortCommand(String command, int most) {
        String all = command.strip();
        int end = all.indexOf('\n');
        String line = end < 0 ? all : all.substring(0, end);
        if (line.length() > most) {
            return line.substring(0, most - 1) + "…";
        }
        return end < 0 ? line : line + " …";
    }

    public static String shortCommand(String command) {
        return shortCommand(command, 60);
    }
}
