package dev.sandshell.diagnostics;

import dev.sandshell.terminal.Escapes;

/**
 * Makes lines of one stream's output, wherever one piece ends and the next begins, and shows those that can matter to
 * their reader. What has no colon and is no part of something begun is skipped as fast as a colon can be looked for. Of a
 * long line only the beginning counts. Confined to its caller.
 */
final class OutputLines {
    /** The most of a line that is looked at. */
    static final int LONGEST = 2_000;

    /** What pytest says of what was raised may have no colon. */
    private static final String RAISED = "E   ";

    /** Who is shown the lines. */
    interface Reader {
        void line(String text, String previous);

        /** Whether it wants to see the next one, whatever stands in it. */
        boolean wantsNext();
    }

    private final Reader reader;
    private final StringBuilder begun = new StringBuilder();
    private String previous = "";

    OutputLines(Reader reader) {
        this.reader = reader;
    }

    void accept(String piece) {
        int at = 0;
        if (!begun.isEmpty()) {
            int end = piece.indexOf('\n');
            begin(piece, 0, end < 0 ? piece.length() : end);
            if (end < 0) {
                return;
            }
            at = end + 1;
            end();
        }
        int rest = piece.lastIndexOf('\n') + 1;
        readWhole(piece, at, rest);
        begin(piece, Math.max(at, rest), piece.length());
    }

    /** What has begun ends here. */
    void end() {
        if (!begun.isEmpty()) {
            show(begun.toString());
            begun.setLength(0);
        }
    }

    private void begin(String piece, int from, int to) {
        int room = LONGEST - begun.length();
        begun.append(piece, from, Math.min(to, from + room));
    }

    /** The lines between two places, the latter behind the end of a line. */
    private void readWhole(String piece, int from, int to) {
        int at = from;
        // Looked for once, not for each line.
        int raised = piece.indexOf(RAISED, at);
        while (at < to) {
            if (!reader.wantsNext()) {
                raised = raised >= 0 && raised < at ? piece.indexOf(RAISED, at) : raised;
                int next = lineOf(piece, at, first(piece.indexOf(':', at), raised));
                skip(piece, at, next < 0 ? to : Math.min(next, to));
                if (next < 0 || next >= to) {
                    return;
                }
                at = next;
            }
            int end = piece.indexOf('\n', at);
            show(piece.substring(at, Math.min(end, at + LONGEST)));
            at = end + 1;
        }
    }

    private static int first(int one, int other) {
        return one < 0 || (other >= 0 && other < one) ? other : one;
    }

    private static int lineOf(String piece, int from, int place) {
        return place < 0 ? -1 : Math.max(from, piece.lastIndexOf('\n', place) + 1);
    }

    /** Of what is skipped the last line is remembered. */
    private void skip(String piece, int from, int to) {
        if (to > from) {
            int start = Math.max(from, piece.lastIndexOf('\n', to - 2) + 1);
            previous = plain(piece.substring(start, Math.min(to - 1, start + LONGEST)));
        }
    }

    private void show(String line) {
        String text = plain(line);
        reader.line(text, previous);
        previous = text;
    }

    /** As a terminal would leave it: without escapes, and without what was written over. */
    private static String plain(String line) {
        String whole = line.indexOf('\033') < 0 ? line : Escapes.removed(line);
        int end = whole.length();
        while (end > 0 && whole.charAt(end - 1) == '\r') {
            end--;
        }
        int start = end == 0 ? 0 : whole.lastIndexOf('\r', end - 1) + 1;
        return whole.substring(start, end);
    }
}
