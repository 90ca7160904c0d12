package dev.sandshell.language;

import java.util.Optional;
import java.util.stream.Stream;

/** What places in a line are counted in, as LSP has it: bytes of UTF-8, units of UTF-16, or characters. Pure. */
public enum PositionEncoding {
    UTF_8("utf-8"),
    UTF_16("utf-16"),
    UTF_32("utf-32");

    private final String word;

    PositionEncoding(String word) {
        this.word = word;
    }

    /** What it is called on the wire. */
    public String word() {
        return word;
    }

    /** The one of this name; nothing where it is none of these. */
    public static Optional<PositionEncoding> named(String word) {
        return Stream.of(values()).filter(known -> known.word.equals(word)).findFirst();
    }

    /**
     * Where in a text a place in the line between two others is, in UTF-16 units. Behind the line's end is at its end; in
     * the middle of a character is before it.
     */
    int index(String text, int lineStart, int lineEnd, int character) {
        if (this == UTF_16) {
            return (int) Math.min((long) lineStart + character, lineEnd);
        }
        int at = lineStart;
        int left = character;
        while (at < lineEnd) {
            int codePoint = text.codePointAt(at);
            left -= widthOf(codePoint);
            if (left < 0) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return Math.min(at, lineEnd);
    }

    /** A place in a line that is so many UTF-16 units behind its beginning. */
    public int count(String line, int offset) {
        return line.substring(0, offset).codePoints().map(this::widthOf).sum();
    }

    /** How much a character counts for. */
    int widthOf(int codePoint) {
        if (this == UTF_16) {
            return Character.charCount(codePoint);
        }
        if (this == UTF_32 || codePoint < 0x80) {
            return 1;
        }
        // Half of a pair alone becomes U+FFFD in UTF-8.
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
