package dev.sandshell.terminal;

import java.util.regex.Pattern;

/**
 * Where the next that is shown goes: to the beginning of a line or not, on the main screen or on one that a program has for
 * itself. Confined to its caller.
 */
final class ScreenPosition implements SequenceReader.Listener {
    private static final Pattern OTHER_SCREEN = Pattern.compile("\\[\\?(?:[0-9]+;)*(?:1049|1047|47)(?:;[0-9]+)*[hl]");

    private final SequenceReader reader = new SequenceReader(this);
    private boolean isAtLineStart = true;
    private boolean isOnOtherScreen;

    /** When it went there. */
    private boolean wasAtLineStart = true;

    void shown(String piece) {
        reader.read(piece);
    }

    /** It is known to be there, or not. */
    void isAtLineStart(boolean isThere) {
        isAtLineStart = isThere;
    }

    boolean isAtLineStart() {
        return isAtLineStart;
    }

    boolean isOnOtherScreen() {
        return isOnOtherScreen;
    }

    @Override
    public void text(String piece, int from, int to) {
        int last = to - 1;
        while (last >= from && isWithoutWidth(piece.charAt(last))) {
            last--;
        }
        if (last >= from) {
            isAtLineStart = piece.charAt(last) == '\n';
        }
    }

    private static boolean isWithoutWidth(char c) {
        return c < ' ' && c != '\n' && c != '\t';
    }

    @Override
    public void sequence(String text, int from, int to) {
        char kind = text.charAt(to - 1);
        if ((kind == 'h' || kind == 'l')
                && OTHER_SCREEN.matcher(text).region(from, to).matches()) {
            turn(kind == 'h');
        }
    }

    private void turn(boolean isToOther) {
        if (isToOther && !isOnOtherScreen) {
            wasAtLineStart = isAtLineStart;
        } else if (!isToOther && isOnOtherScreen) {
            isAtLineStart = wasAtLineStart;
        }
        isOnOtherScreen = isToOther;
    }
}
