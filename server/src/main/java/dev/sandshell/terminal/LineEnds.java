package dev.sandshell.terminal;

/** Ends the lines of one stream as a terminal has it, wherever one piece ends and the next begins. */
final class LineEnds {
    private boolean isAfterReturn;

    /** The same with a carriage return before each line feed; itself where each has one. */
    String of(String piece) {
        StringBuilder ended = null;
        int from = 0;
        for (int at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) {
            if (at > 0 ? piece.charAt(at - 1) != '\r' : !isAfterReturn) {
                if (ended == null) {
                    ended = new StringBuilder(piece.length() + piece.length() / 16 + 16);
                }
                ended.append(piece, from, at).append('\r');
                from = at;
            }
        }
        if (!piece.isEmpty()) {
            isAfterReturn = piece.endsWith("\r");
        }
        return ended == null ? piece : ended.append(piece, from, piece.length()).toString();
    }
}
