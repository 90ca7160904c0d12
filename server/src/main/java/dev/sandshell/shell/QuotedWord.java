package dev.sandshell.shell;

import java.util.Optional;

/**
 * Reads back a word as a shell prints it, in whatever mixture of quotes: {@code 'it'\''s'}, {@code 'it'"'"'s'} or
 * {@code $'it\'s'}. Pure; a text of bytes, one a character, stays one.
 */
final class QuotedWord {
    private final String quoted;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private QuotedWord(String quoted) {
        this.quoted = quoted;
    }

    /** The text of the word; empty where it holds an escape that is not known here, or a quote that does not end. */
    static Optional<String> read(String quoted) {
        QuotedWord word = new QuotedWord(quoted);
        return word.read() ? Optional.of(word.text.toString()) : Optional.empty();
    }

    private boolean read() {
        while (at < quoted.length()) {
            char c = quoted.charAt(at++);
            boolean isRead = true;
            if (c == '\'') {
                isRead = readSingle();
            } else if (c == '"') {
                isRead = readDouble();
            } else if (c == '$' && at < quoted.length() && quoted.charAt(at) == '\'') {
                at++;
                isRead = readEscapes();
            } else if (c == '\\' && at < quoted.length()) {
                text.append(quoted.charAt(at++));
            } else {
                text.append(c);
            }
            if (!isRead) {
                return false;
            }
        }
        return true;
    }

    private boolean readSingle() {
        int end = quoted.indexOf('\'', at);
        if (end < 0) {
            return false;
        }
        text.append(quoted, at, end);
        at = end + 1;
        return true;
    }

    private boolean readDouble() {
        while (at < quoted.length()) {
            char c = quoted.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c == '\\' && at < quoted.length() && "\\\"$`".indexOf(quoted.charAt(at)) >= 0) {
                c = quoted.charAt(at++);
            }
            text.append(c);
        }
        return false;
    }

    private boolean readEscapes() {
        while (at < quoted.length()) {
            char c = quoted.charAt(at++);
            if (c == '\'') {
                return true;
            }
            if (c == '\\') {
                int escaped = readEscape();
                if (escaped < 0) {
                    return false;
                }
                c = (char) escaped;
            }
            text.append(c);
        }
        return false;
    }

    /** What follows a backslash, or -1; zsh writes a control character and a high byte as {@code \C-x} and {@code \M-x}. */
    private int readEscape() {
        int known = at < quoted.length() ? "nt\\'\"".indexOf(quoted.charAt(at)) : -1;
        if (known >= 0) {
            at++;
            return "\n\t\\'\"".charAt(known);
        }
        boolean isControl = quoted.startsWith("C-", at);
        if (at + 2 >= quoted.length() || !(isControl || quoted.startsWith("M-", at))) {
            return -1;
        }
        int next = quoted.charAt(at + 2);
        at += 3;
        if (next == '\\' && !isControl) {
            next = readEscape();
        }
        if (next < 0) {
            return -1;
        }
        return !isControl ? next | 0x80 : next == '?' ? 0x7f : next & 0x1f;
    }
}
