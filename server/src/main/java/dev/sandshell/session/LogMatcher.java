package dev.sandshell.session;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a pattern in output that comes piece by piece. A match may lie across a border; it may be up to
 * {@value #WINDOW} characters long. Time is linear in the output, whatever the pattern. Confined to its wait.
 */
final class LogMatcher {
    private static final int WINDOW = 16_384;

    /** The end of one stream, as far as a match may still begin in it. */
    private static final class Window {
        final StringBuilder text = new StringBuilder();
        final Utf8Decoder decoder = new Utf8Decoder();

        /** Where a match may begin: behind one character that tells whether a line begins there. */
        int start;
    }

    private final Pattern pattern;
    private final Map<StreamName, Window> windows = new EnumMap<>(StreamName.class);

    LogMatcher(Pattern pattern) {
        this.pattern = pattern;
    }

    Optional<String> find(OutputChunk chunk) {
        Window window = windows.computeIfAbsent(chunk.stream(), stream -> new Window());
        String text = chunk.text();
        byte[] bytes = chunk.bytes();
        if (text != null) {
            window.text.append(text);
        } else if (bytes != null) {
            window.text.append(window.decoder.decode(bytes, bytes.length));
        }
        Matcher matcher = pattern.matcher(window.text.toString());
        if (matcher.find(window.start)) {
            return Optional.of(matcher.group());
        }
        if (window.text.length() > WINDOW + 1) {
            window.text.delete(0, window.text.length() - WINDOW - 1);
            window.start = 1;
        }
        return Optional.empty();
    }
}
