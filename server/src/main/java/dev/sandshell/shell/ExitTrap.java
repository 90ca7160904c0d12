package dev.sandshell.shell;

import java.util.regex.Pattern;

/**
 * The EXIT trap in what a shell has printed of its state, where there is one. Pure; the text is bytes, one a character.
 *
 * @param state the whole of it
 * @param word the command of the trap, quoted as the shell has printed it; empty where there is no trap
 * @param begin where the line begins that sets it
 * @param end where the next one begins
 */
record ExitTrap(String state, String word, int begin, int end) {
    /** How every shell begins what it prints of a trap. */
    private static final String TRAP = "trap -- ";

    private static final String EXIT = " EXIT\n";

    /** And how it ends. */
    private static final Pattern CONDITION = Pattern.compile(" [A-Z0-9+-]+");

    static ExitTrap in(String state) {
        ExitTrap found = new ExitTrap(state, "", state.length(), state.length());
        int at = nextTrap(state, 0);
        while (at >= 0) {
            int from = at + TRAP.length();
            int end = endOfWord(state, from);
            int line = state.indexOf('\n', end);
            boolean isTrap =
                    line >= 0 && CONDITION.matcher(state.substring(end, line)).matches();
            if (isTrap && state.startsWith(EXIT, end)) {
                found = new ExitTrap(state, state.substring(from, end), at, end + EXIT.length());
            }
            // Behind the whole of it, since it may hold what looks like another one.
            at = nextTrap(state, isTrap ? end : from);
        }
        return found;
    }

    /** The state with other lines in its place, or at the end where there is none. */
    String replacedBy(String lines) {
        return state.substring(0, begin) + lines + state.substring(end);
    }

    private static int nextTrap(String state, int from) {
        if (from == 0 && state.startsWith(TRAP)) {
            return 0;
        }
        int at = state.indexOf("\n" + TRAP, from);
        return at < 0 ? -1 : at + 1;
    }

    /** Where a word ends that begins here; each shell mixes quotes of several kinds in it. */
    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (text.startsWith("$'", at)) {
                at = closingQuote(text, at + 2, '\'', true);
            } else if (c == '\'' || c == '"') {
                at = closingQuote(text, at + 1, c, false);
            }
            at++;
        }
        return Math.min(at, text.length());
    }

    private static int closingQuote(String text, int from, char quote, boolean hasEscapes) {
        int at = from;
        while (at < text.length() && text.charAt(at) != quote) {
            at += hasEscapes && text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
