package dev.sandshell.cli;

import java.time.Duration;

/** Durations as people write them: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}, {@code 1.5s}. Pure. */
final class Durations {
    private static final double MAX_MILLIS = Duration.ofDays(365).toMillis();

    private Durations() {}

    /** Reads the value of an option. */
    static Duration parse(String option, String text) throws UsageException {
        int end = 0;
        while (end < text.length() && (Character.digit(text.charAt(end), 10) >= 0 || text.charAt(end) == '.')) {
            end++;
        }
        double factor = switch (text.substring(end)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> throw malformed(option, text);
        };
        double millis;
        try {
            millis = Double.parseDouble(text.substring(0, end)) * factor;
        } catch (NumberFormatException e) {
            throw malformed(option, text);
        }
        if (millis < 1 || millis > MAX_MILLIS) {
            throw new UsageException(option + " must be between 1ms and 8760h, got \"" + text + "\"");
        }
        return Duration.ofMillis(Math.round(millis));
    }

    private static UsageException malformed(String option, String text) {
        return new UsageException(
                option + " must be a number with ms, s, m or h behind it, such as 10s, got \"" + text + "\"");
    }
}
