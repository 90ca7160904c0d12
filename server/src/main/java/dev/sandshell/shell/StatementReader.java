package dev.sandshell.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a shell has printed about itself, statement by statement, as words that are still quoted. It knows the quotes
 * and brackets that shells print, which is much less than they read. Confined to its caller.
 */
final class StatementReader {
    private final String script;
    private int at;

    StatementReader(String script) {
        this.script = script;
    }

    boolean isAtEnd() {
        return at >= script.length();
    }

    /** Where the next statement begins. */
    int position() {
        return at;
    }

    void goTo(int position) {
        at = Math.max(at, position);
    }

    /** The words up to the end of a line or a semicolon; none where a line is empty. */
    List<String> next() {
        List<String> words = new ArrayList<>();
        while (at < script.length()) {
            char c = script.charAt(at);
            if (c == '\n' || c == ';') {
                at++;
                break;
            }
            if (c == ' ' || c == '\t') {
                at++;
            } else {
                int start = at;
                skipWord();
                words.add(script.substring(start, at));
            }
        }
        return words;
    }

    private void skipWord() {
        int depth = 0;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (c == '\n' || c == ';' || c == ' ' || c == '\t') {
                if (depth == 0) {
                    return;
                }
                at++;
            } else if (c == '\\') {
                at = Math.min(script.length(), at + 2);
            } else if (c == '\'') {
                skipTo('\'', at > 0 && script.charAt(at - 1) == '$');
            } else if (c == '"') {
                skipTo('"', true);
            } else {
                // Only what follows "=" is a list; a pattern of a trap or an option may have a bracket of its own.
                if (c == '(' && (depth > 0 || (at > 0 && script.charAt(at - 1) == '='))) {
                    depth++;
                } else if (c == ')' && depth > 0) {
                    depth--;
                }
                at++;
            }
        }
    }

    private void skipTo(char quote, boolean hasEscapes) {
        at++;
        while (at < script.length() && script.charAt(at) != quote) {
            at += hasEscapes && script.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(script.length(), at + 1);
    }
}
