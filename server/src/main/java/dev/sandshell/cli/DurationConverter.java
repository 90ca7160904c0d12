package dev.sandshell.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}, {@code 1.5s}. Pure. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final double MAX_MILLIS = Duration.ofDays(365).toMillis();

    @Override
    public Duration convert(String text) {
        int end = 0;
        while (end < text.length() && (Character.digit(text.charAt(end), 10) >= 0 || text.charAt(end) == '.')) {
            end++;
        }
        double factor = switch (text.substring(end)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> throw malformed(text);
        };
        double millis;
        try {
            millis = Double.parseDouble(text.substring(0, end)) * factor;
        } catch (NumberFormatException e) {
            throw malformed(text);
        }
        if (millis < 1 || millis > MAX_MILLIS) {
            throw new TypeConversionException("must be between 1ms and 8760h, got \"" + text + "\"");
        }
        return Duration.ofMillis(Math.round(millis));
    }

    private static TypeConversionException malformed(String text) {
        return new TypeConversionException(
                "must be a number with ms, s, m or h behind it, such as 10s, got \"" + text + "\"");
    }
}
