package dev.sandshell.language;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a shell would ask for more lines of a command. It goes by quotes, brackets, here-documents and the words of
 * blocks, which is right for what documents show; it is no parser. Pure.
 */
final class UnfinishedCommand {
    private static final Pattern HERE_DOCUMENT = Pattern.compile("(?<!<)<<(-?)\\s*(['\"\\\\]?)([A-Za-z_]\\w*)");
    private static final Pattern OPEN_END =
            Pattern.compile("(?:\\||&&|[({])\\s*\\z|(?:^|[\\s;])(?:do|then|else|elif|in)\\s*\\z");
    private static final Pattern BLOCK_START =
            Pattern.compile("(?:^|[;&|({\\n]|\\b(?:do|then|else)\\s)\\s*(?:if|case|for|while|until|select)(?=\\s)");
    private static final Pattern BLOCK_END = Pattern.compile("(?:^|[;&|\\s])(?:fi|esac|done)(?=\\z|[\\s;&|)<>])");
    private static final Pattern OPEN_BRACKET = Pattern.compile("[({]");
    private static final Pattern CLOSED_BRACKET = Pattern.compile("[)}]");
    private static final Pattern LEADING_TABS = Pattern.compile("^\\t+");
    private static final Pattern LINE_END = Pattern.compile("\n");

    private UnfinishedCommand() {}

    static boolean is(String command) {
        List<MatchResult> documents = HERE_DOCUMENT.matcher(command).results().toList();
        if (!documents.isEmpty()) {
            List<String> all = Arrays.asList(LINE_END.split(command, -1));
            List<String> lines = all.subList(1, all.size());
            return documents.stream().anyMatch(document -> lines.stream().noneMatch(line -> isEndOf(document, line)));
        }
        String bare = withoutQuotes(command);
        return bare == null
                || OPEN_END.matcher(bare).find()
                || count(bare, BLOCK_START) > count(bare, BLOCK_END)
                || count(bare, OPEN_BRACKET) > count(bare, CLOSED_BRACKET);
    }

    private static boolean isEndOf(MatchResult document, String line) {
        boolean skipsTabs = document.group(1).equals("-");
        return document.group(3).equals(skipsTabs ? LEADING_TABS.matcher(line).replaceFirst("") : line);
    }

    /** The command without what is quoted and without comments; null where a quote, or a line, has no end. */
    private static @Nullable String withoutQuotes(String command) {
        StringBuilder bare = new StringBuilder();
        int at = 0;
        while (at < command.length()) {
            char character = command.charAt(at);
            if (character == '\\') {
                if (at == command.length() - 1) {
                    return null;
                }
                at += 2;
            } else if (character == '\'' || character == '"') {
                int end = endOfQuote(command, at);
                if (end < 0) {
                    return null;
                }
                bare.append('_');
                at = end + 1;
            } else if (character == '#' && beginsWord(bare)) {
                int end = command.indexOf('\n', at);
                at = end < 0 ? command.length() : end;
            } else {
                bare.append(character);
                at++;
            }
        }
        return bare.toString();
    }

    private static boolean beginsWord(StringBuilder before) {
        if (before.isEmpty()) {
            return true;
        }
        char last = before.charAt(before.length() - 1);
        return Character.isWhitespace(last) || ";&|(".indexOf(last) >= 0;
    }

    private static int endOfQuote(String command, int start) {
        char mark = command.charAt(start);
        for (int at = start + 1; at < command.length(); at++) {
            if (mark == '"' && command.charAt(at) == '\\') {
                at++;
            } else if (command.charAt(at) == mark) {
                return at;
            }
        }
        return -1;
    }

    private static long count(String text, Pattern pattern) {
        return pattern.matcher(text).results().count();
    }
}
