package dev.sandshell.terminal;

import java.util.Arrays;

/**
 * What a terminal was sent, as lines of plain text: without escape sequences, and with what a line was last. Takes it in
 * pieces, wherever one ends and the next begins. Confined to its caller.
 *
 * <p>Holds the line that has not ended, of at most {@link #MOST} characters; a longer one is cut in two.
 */
public final class PlainLines implements SequenceReader.Listener {
    private static final int MOST = 16 * 1024;

    private final SequenceReader reader = new SequenceReader(this);
    private final StringBuilder ended = new StringBuilder();
    private int[] cells = new int[128];
    private int length;
    private int cursor;

    /** Takes a piece; answers the lines that have ended with it, each with its line feed. */
    public String add(String piece) {
        reader.read(piece);
        String lines = ended.toString();
        ended.setLength(0);
        return lines;
    }

    /** The line that has not ended, as it is now. */
    public String rest() {
        return new String(cells, 0, length);
    }

    /** Ends the line that has not ended; answers it with its line feed, or nothing where there is none. */
    public String end() {
        String rest = length == 0 ? "" : rest() + "\n";
        length = 0;
        cursor = 0;
        return rest;
    }

    @Override
    public void text(String piece, int from, int to) {
        int at = from;
        while (at < to) {
            int character = piece.codePointAt(at);
            at += Character.charCount(character);
            switch (character) {
                case '\n' -> endLine();
                case '\r' -> cursor = 0;
                case '\b' -> cursor = Math.max(0, cursor - 1);
                default -> {
                    if ((character >= ' ' && character != 0x7f) || character == '\t') {
                        put(character);
                    }
                }
            }
        }
    }

    private void put(int character) {
        if (cursor == MOST) {
            endLine();
        }
        if (cursor == cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        cells[cursor++] = character;
        length = Math.max(length, cursor);
    }

    private void endLine() {
        ended.append(rest()).append('\n');
        length = 0;
        cursor = 0;
    }

    /** Of all that moves about on a screen, only what programs rub a line out with can be told without one. */
    @Override
    public void sequence(String text, int from, int to) {
        String sequence = text.substring(from, to);
        if (sequence.equals("[K") || sequence.equals("[0K")) {
            length = Math.min(length, cursor);
        } else if (sequence.equals("[2K")) {
            Arrays.fill(cells, 0, Math.min(cursor, length), ' ');
            length = Math.min(length, cursor);
        }
    }
}
