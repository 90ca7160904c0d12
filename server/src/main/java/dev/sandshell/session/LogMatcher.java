package dev.sandshell.session;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a pattern in output that comes piece by piece. A match may lie across a border; it may be up to
 * {@value #WINDOW} characters long. Time is linear in the output, whatever the pattern. Confined to its wait.
 */
final class LogMatcher {
    private static final int WINDOW = 16_384;

    private final Pattern pattern;
    private final Map<StreamName, StringBuilder> windows = new EnumMap<>(StreamName.class);

    LogMatcher(Pattern pattern) {
        this.pattern = pattern;
    }

    Optional<String> find(OutputChunk chunk) {
        StringBuilder window = windows.computeIfAbsent(chunk.stream(), stream -> new StringBuilder());
        String text = chunk.text();
        byte[] bytes = chunk.bytes();
        if (text != null) {
            window.append(text);
        } else if (bytes != null) {
            window.append(new String(bytes, StandardCharsets.UTF_8));
        }
        Matcher matcher = pattern.matcher(window.toString());
        if (matcher.find()) {
            return Optional.of(matcher.group());
        }
        if (window.length() > WINDOW) {
            window.delete(0, window.length() - WINDOW);
        }
        return Optional.empty();
    }
}
