package dev.sandshell.session;

import com.google.common.collect.ImmutableList;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a pattern in output that comes piece by piece. A match may lie across a border; it may be up to
 * {@value #WINDOW} characters long. Time is linear in the output, whatever the pattern. Confined to its wait.
 *
 * <p>Where one piece ends is nobody's choice, so it ends neither a line nor a word; only what is printed next does, or the
 * end of the output. A match that does not depend on that is one at once, since there may be nothing next for long.
 */
final class LogMatcher {
    private static final int WINDOW = 16_384;

    /** What may be printed next: for an end of a line or of a word, these are as good as all others. */
    private static final ImmutableList<String> CONTINUATIONS = ImmutableList.of("_", "\uffff");

    /** Stands for output that is not known. */
    private static final char FORGOTTEN = '\uffff';

    /** The end of one stream, as far as a match may still begin in it. */
    private static final class Window {
        final StringBuilder text = new StringBuilder();
        final Utf8Decoder decoder = new Utf8Decoder();

        /** Where a match may begin: behind one character that tells whether a line begins there. */
        int start;

        Window(boolean isLate) {
            if (isLate) {
                text.append(FORGOTTEN);
                start = 1;
            }
        }
    }

    private final Pattern pattern;
    private final Map<StreamName, Window> windows = new EnumMap<>(StreamName.class);

    LogMatcher(Pattern pattern) {
        this.pattern = pattern;
    }

    Optional<String> find(OutputChunk chunk) {
        Window window = windows.computeIfAbsent(chunk.stream(), stream -> new Window(chunk.offset() > 0));
        String text = chunk.text();
        byte[] bytes = chunk.bytes();
        if (text != null) {
            window.text.append(text);
        } else if (bytes != null) {
            window.text.append(window.decoder.decode(bytes, bytes.length));
        }
        Optional<String> match = find(window, false);
        if (match.isPresent()) {
            return match;
        }
        if (window.text.length() > WINDOW + 1) {
            window.text.delete(0, window.text.length() - WINDOW - 1);
            window.start = 1;
        }
        return Optional.empty();
    }

    /** There is no more output: what only lacked an end is a match. */
    Optional<String> findAtEnd() {
        return windows.values().stream()
                .flatMap(window -> find(window, true).stream())
                .findFirst();
    }

    private Optional<String> find(Window window, boolean isEnd) {
        String text = window.text.toString();
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find(window.start)) {
            return Optional.empty();
        }
        boolean isSure = isEnd || matcher.end() < text.length();
        return isSure || holdsWhateverComes(text, matcher.start(), matcher.end())
                ? Optional.of(matcher.group())
                : Optional.empty();
    }

    private boolean holdsWhateverComes(String text, int start, int end) {
        for (String continuation : CONTINUATIONS) {
            Matcher matcher = pattern.matcher(text + continuation);
            if (!matcher.find(start) || matcher.start() != start || matcher.end() < end) {
                return false;
            }
        }
        return true;
    }
}
