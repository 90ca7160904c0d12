package dev.sandshell.terminal;

/**
 * Tells apart what a terminal shows and what it is told (ECMA-48), wherever one piece ends and the next begins. Text is
 * skipped as fast as an escape can be looked for. Confined to its caller.
 */
final class SequenceReader {
    private static final char ESCAPE = '\033';

    /** Of a sequence that is longer nothing is told; no terminal knows such. */
    private static final int MAX_LENGTH = 64;

    /** Who is told what comes. */
    interface Listener {
        /** This part of a piece is text, control characters that stand alone included. */
        void text(String piece, int from, int to);

        /**
         * This part of a text is a sequence without its escape: {@code [?25l}, {@code (0}, {@code c}; no string, such as a
         * title, is one.
         */
        void sequence(String text, int from, int to);
    }

    private enum State {
        TEXT,
        /** An escape has come, and maybe what stands between that and its end. */
        ESCAPED,
        CONTROL,
        /** A string, which is passed over: OSC, DCS, SOS, PM, APC. */
        STRING,
        /** The escape has come that may end it. */
        STRING_ESCAPED
    }

    private final Listener listener;
    private final StringBuilder begun = new StringBuilder(MAX_LENGTH);
    private State state = State.TEXT;

    SequenceReader(Listener listener) {
        this.listener = listener;
    }

    void read(String piece) {
        int length = piece.length();
        int at = 0;
        while (at < length) {
            if (state == State.TEXT) {
                int escape = piece.indexOf(ESCAPE, at);
                int end = escape < 0 ? length : escape;
                if (end > at) {
                    listener.text(piece, at, end);
                }
                at = escape < 0 ? length : control(piece, escape + 1);
            } else if (goOn(piece.charAt(at))) {
                at++;
            }
        }
    }

    /** Takes a whole control sequence at once, as most are, or begins another; answers where it goes on. */
    private int control(String piece, int from) {
        if (from < piece.length() && piece.charAt(from) == '[') {
            int at = from + 1;
            int end = Math.min(piece.length(), from + MAX_LENGTH - 1);
            while (at < end && piece.charAt(at) >= ' ' && piece.charAt(at) < '@') {
                at++;
            }
            if (at < end && piece.charAt(at) >= '@' && piece.charAt(at) <= '~') {
                listener.sequence(piece, from, at + 1);
                return at + 1;
            }
        }
        begin();
        return from;
    }

    private void begin() {
        begun.setLength(0);
        state = State.ESCAPED;
    }

    /** Whether the character was part of the sequence; where it was not, the sequence is broken off. */
    private boolean goOn(char next) {
        if (state == State.STRING) {
            if (next == '\007') {
                state = State.TEXT;
            } else if (next == ESCAPE) {
                state = State.STRING_ESCAPED;
            }
            return true;
        }
        if (state == State.STRING_ESCAPED) {
            if (next == '\\') {
                state = State.TEXT;
                return true;
            }
            begin();
        }
        if (next == ESCAPE) {
            begin();
            return true;
        }
        if (next < ' ' || next > '~') {
            state = State.TEXT;
            return false;
        }
        if (begun.length() < MAX_LENGTH) {
            begun.append(next);
        }
        if (state == State.CONTROL ? next >= '@' : next >= '0') {
            complete(next);
        }
        return true;
    }

    /** This may be the last character of a sequence, or of what says which kind follows. */
    private void complete(char last) {
        boolean isFirst = begun.length() == 1;
        if (state == State.ESCAPED && isFirst && last == '[') {
            state = State.CONTROL;
        } else if (state == State.ESCAPED && isFirst && isString(last)) {
            state = State.STRING;
        } else {
            state = State.TEXT;
            if (begun.length() < MAX_LENGTH) {
                listener.sequence(begun.toString(), 0, begun.length());
            }
        }
    }

    private static boolean isString(char kind) {
        return kind == ']' || kind == 'P' || kind == 'X' || kind == '^' || kind == '_';
    }
}
