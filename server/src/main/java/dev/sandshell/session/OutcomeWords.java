package dev.sandshell.session;

import java.util.Locale;

/** Says in a few words what a command came to: {@code exit 0 in 1.2 s}. Pure. */
public final class OutcomeWords {
    private static final double MS_PER_SECOND = 1_000;
    private static final long SECONDS_PER_MINUTE = 60;

    private OutcomeWords() {}

    public static String of(ExecResult result) {
        return how(result.status()) + " in " + duration(result.durationMs());
    }

    private static String how(ExecStatus status) {
        if (status.timedOut()) {
            return "timed out";
        }
        if (status.exitCode() != null) {
            return "exit " + status.exitCode();
        }
        return status.signal() == null ? "no exit code" : "killed by " + status.signal();
    }

    /** As people say it: {@code 320 ms}, {@code 1.2 s}, {@code 3 min 5 s}, {@code 2 h 3 min}. */
    public static String duration(long ms) {
        if (ms < MS_PER_SECOND) {
            return ms + " ms";
        }
        // What would be said as 60.0 s is a minute.
        if (ms < 59_950) {
            return String.format(Locale.ROOT, "%.1f s", ms / MS_PER_SECOND);
        }
        long seconds = Math.round(ms / MS_PER_SECOND);
        long minutes = seconds / SECONDS_PER_MINUTE;
        return minutes < 60
                ? minutes + " min " + seconds % SECONDS_PER_MINUTE + " s"
                : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
