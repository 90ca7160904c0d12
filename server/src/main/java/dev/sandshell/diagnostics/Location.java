package dev.sandshell.diagnostics;

import org.jspecify.annotations.Nullable;

/**
 * The place that a line of output begins with: {@code path:12:}, {@code path:12:5:}, {@code path:12:5 - } or
 * {@code path(12,5):}.
 *
 * @param indent how many blanks stand before it
 * @param line from 1
 * @param column from 1, or 0 where there is none
 * @param rest what follows, without the blanks before it
 */
record Location(int indent, String path, int line, int column, String rest) {
    /** In a path, and before one, there may be some; a line of data has many. */
    private static final int MOST_COLONS = 6;

    private static final int MOST_DIGITS = 7;

    static @Nullable Location find(String text) {
        int colon = -1;
        for (int tried = 0; tried < MOST_COLONS; tried++) {
            colon = text.indexOf(':', colon + 1);
            if (colon < 1) {
                return null;
            }
            if (digits(text, colon + 1) > colon + 1) {
                return afterColon(text, colon);
            }
            Location found = text.charAt(colon - 1) == ')' ? inBrackets(text, colon) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Location afterColon(String text, int colon) {
        int lineEnd = digits(text, colon + 1);
        if (lineEnd == text.length()) {
            return null;
        }
        int columnEnd = text.charAt(lineEnd) == ':' ? digits(text, lineEnd + 1) : lineEnd;
        boolean hasColumn = columnEnd > lineEnd + 1;
        if (hasColumn && isFollowed(text, columnEnd)) {
            return of(text, colon, number(text, colon + 1, lineEnd), number(text, lineEnd + 1, columnEnd), columnEnd);
        }
        return hasColumn || text.charAt(lineEnd) != ':'
                ? null
                : of(text, colon, number(text, colon + 1, lineEnd), 0, lineEnd);
    }

    private static boolean isFollowed(String text, int at) {
        return text.startsWith(":", at) || text.startsWith(" - ", at);
    }

    private static @Nullable Location inBrackets(String text, int colon) {
        int open = text.lastIndexOf('(', colon);
        int comma = open < 1 ? -1 : digits(text, open + 1);
        if (comma <= open + 1 || text.charAt(comma) != ',') {
            return null;
        }
        int close = digits(text, comma + 1);
        return close == comma + 1 || close != colon - 1
                ? null
                : of(text, open, number(text, open + 1, comma), number(text, comma + 1, close), colon);
    }

    private static @Nullable Location of(String text, int pathEnd, int line, int column, int end) {
        int indent = 0;
        while (indent < pathEnd && text.charAt(indent) == ' ') {
            indent++;
        }
        boolean isDash = text.charAt(end) != ':';
        return line < 1 || indent == pathEnd
                ? null
                : new Location(
                        indent,
                        text.substring(indent, pathEnd),
                        line,
                        column,
                        text.substring(end + (isDash ? 2 : 1)).strip());
    }

    /** Where the digits that begin there end. */
    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** 0 where no file has so many lines. */
    private static int number(String text, int from, int to) {
        return to - from > MOST_DIGITS ? 0 : Integer.parseInt(text, from, to, 10);
    }
}
