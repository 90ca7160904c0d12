package dev.sandshell.policy;

import com.google.common.base.Utf8;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Which texts can become bytes for a shell or a program. Pure. */
public final class TextRules {
    /** From so many characters on the length is counted first: the JDK makes room for the worst case, and a copy. */
    private static final int LONG = 64 * 1024;

    private TextRules() {}

    /** Checks what a shell is given, which a NUL would end. */
    public static String forShell(String field, String text) throws InvalidArgumentException {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidArgumentException(field + " must not contain a NUL character");
        }
        checkWhole(field, text);
        return text;
    }

    /** The bytes of a text. */
    public static byte[] bytes(String field, String text) throws InvalidArgumentException {
        checkWhole(field, text);
        if (text.length() < LONG) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[Utf8.encodedLength(text)];
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text), ByteBuffer.wrap(bytes), true);
        return bytes;
    }

    /** Half a character has no bytes; it would become a question mark, which a shell takes for any character. */
    public static void checkWhole(String field, String text) throws InvalidArgumentException {
        int i = 0;
        while (i < text.length()) {
            // Of a pair both together, of a half just that.
            int character = text.codePointAt(i);
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                throw new InvalidArgumentException(
                        field + " must not contain half of a character (a surrogate without its other one)");
            }
            i += Character.charCount(character);
        }
    }
}
