package dev.sandshell.syntax;

import com.google.common.collect.ImmutableList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts what a shell has against a script into words of its place. Whether there is an error is the shell's to say, who is
 * always right; what is open there is the grammar's. Confined to its caller.
 */
final class ProblemFinder {
    /** bash: {@code near unexpected token `fi'}; dash: {@code "fi" unexpected}, {@code end of file unexpected}. */
    private static final Pattern UNEXPECTED = Pattern.compile(
            "near unexpected token `(.+)'$|^Syntax error: (?:\"(.+)\"|(word|newline|redirection)) unexpected");

    private static final Pattern AT_END = Pattern.compile(
            "unexpected EOF|unexpected end of file|end of file unexpected|Unterminated|^Syntax error: Missing"
                    .concat("|EOF in backquote"));

    private static final Pattern TRIMMED = Pattern.compile("^(?:syntax error:? ?|Syntax error: )");

    private final String text;
    private final ImmutableList<Token> tokens;

    ProblemFinder(String text, ImmutableList<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    Problem find(int line, String complaint) {
        Matcher unexpected = UNEXPECTED.matcher(complaint);
        if (AT_END.matcher(complaint).find()) {
            return atEnd();
        }
        if (unexpected.find()) {
            String word = unexpected.group(1) == null ? unexpected.group(2) : unexpected.group(1);
            if (word != null && !word.equals("newline")) {
                return unexpected(line, word);
            }
        }
        return onLine(line, TRIMMED.matcher(complaint).replaceFirst(""));
    }

    private Problem atEnd() {
        Nesting.Open open = Nesting.before(tokens, text.length()).innermost();
        if (open != null) {
            Token token = open.token;
            int end = Math.max(
                    token.start() + 1,
                    Math.min(token.end(), token.start() + token.text().length()));
            return new Problem(token.start(), end, hasNo(open));
        }
        int end = text.stripTrailing().length();
        int start = tokens.isEmpty()
                ? 0
                : Math.min(end, tokens.get(tokens.size() - 1).start());
        return new Problem(start, Math.max(end, start), "the script ends where something has to follow");
    }

    private static String hasNo(Nesting.Open open) {
        String sign = open.token.text();
        return sign.equals(open.end())
                ? "this " + named(sign) + " is not closed"
                : "this " + named(sign) + " has no " + named(open.missing());
    }

    private static String named(String sign) {
        return sign.equals("`") ? "backquote" : "`" + sign + "`";
    }

    private Problem unexpected(int line, String word) {
        int lineStart = startOf(line);
        int lineEnd = endOf(lineStart);
        int start = placeOf(word, lineStart, lineEnd);
        if (start < 0) {
            return onLine(line, "`" + word + "` is not expected here");
        }
        Nesting.Open open = Nesting.before(tokens, start).innermost();
        boolean isOthers = open != null && Nesting.isEnd(word) && !open.end().equals(word);
        String message = "`" + word + "` is not expected here";
        if (open != null && (isOthers || open.end().equals(word))) {
            message += ": the " + named(open.token.text()) + " in line " + lineOf(open.token.start()) + " has no "
                    + named(open.missing());
        }
        return new Problem(start, start + word.length(), message);
    }

    /** Where the shell stumbled over a word: the first of its kind that nothing is open for, or the first at all. */
    private int placeOf(String word, int lineStart, int lineEnd) {
        int first = -1;
        for (Token token : tokens) {
            if (token.start() >= lineStart
                    && token.start() < lineEnd
                    && token.text().equals(word)) {
                Nesting.Open open = Nesting.before(tokens, token.start()).innermost();
                if (open == null || !open.missing().equals(word)) {
                    return token.start();
                }
                first = first < 0 ? token.start() : first;
            }
        }
        if (first >= 0) {
            return first;
        }
        int at = text.indexOf(word, lineStart);
        while (at >= 0 && at < lineEnd) {
            if (isAlone(at, at + word.length())) {
                return at;
            }
            at = text.indexOf(word, at + 1);
        }
        return -1;
    }

    private boolean isAlone(int start, int end) {
        boolean isWord = Character.isLetterOrDigit(text.charAt(start));
        return !isWord
                || ((start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                        && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end))));
    }

    private Problem onLine(int line, String message) {
        int start = startOf(line);
        int end = endOf(start);
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new Problem(start, end, message);
    }

    private int startOf(int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0 || end + 1 >= text.length()) {
                break;
            }
            start = end + 1;
        }
        return start;
    }

    private int endOf(int lineStart) {
        int end = text.indexOf('\n', lineStart);
        return end < 0 ? text.length() : end;
    }

    private int lineOf(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
