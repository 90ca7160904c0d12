package dev.sandshell.language;

/**
 * Where the UTF-16 units of a text are, as a client counts: lines that end as LSP has it, and in them what the encoding says.
 * Immutable.
 */
public final class TextPlaces {
    private final String text;
    private final PositionEncoding encoding;

    /** Those of a text. */
    public TextPlaces(String text, PositionEncoding encoding) {
        this.text = text;
        this.encoding = encoding;
    }

    /** Where a place is in the text. Behind the end of a line or of the text is at that end. */
    public int offset(Place place) {
        int at = 0;
        for (int line = 0; line < place.line(); line++) {
            int end = endOfLine(at);
            if (end == text.length()) {
                return end;
            }
            at = afterEnd(end);
        }
        int end = endOfLine(at);
        int left = place.character();
        while (at < end && left > 0) {
            int codePoint = text.codePointAt(at);
            left -= encoding.widthOf(codePoint);
            at += left < 0 ? 0 : Character.charCount(codePoint);
        }
        return Math.min(at, end);
    }

    /** The place of a unit of the text. */
    public Place place(int offset) {
        int line = 0;
        int at = 0;
        int end = endOfLine(at);
        while (end < offset && end < text.length()) {
            at = afterEnd(end);
            if (at > offset) {
                break;
            }
            line++;
            end = endOfLine(at);
        }
        int character = 0;
        for (int i = Math.min(at, offset); i < Math.min(offset, end); ) {
            int codePoint = text.codePointAt(i);
            character += encoding.widthOf(codePoint);
            i += Character.charCount(codePoint);
        }
        return new Place(line, character);
    }

    private int afterEnd(int end) {
        return end + (text.startsWith("\r\n", end) ? 2 : 1);
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}
