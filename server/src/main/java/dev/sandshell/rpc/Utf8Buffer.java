package dev.sandshell.rpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of UTF-8 that are put together from characters; what is ASCII, which is nearly all, goes the short way. It grows
 * as it has to. Owned by one thread.
 */
final class Utf8Buffer extends Writer {
    private static final int INITIAL = 128 * 1024;

    /** Room is made for so many characters at once: for all of a long text at its worst it would be several times its size. */
    private static final int PIECE = 64 * 1024;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Takes what has been put together so far, so that it need not be kept. */
    @FunctionalInterface
    interface Spill {
        void take(byte[] bytes, int length) throws IOException;
    }

    private final @Nullable Spill spill;
    private byte[] bytes = new byte[INITIAL];
    private int position;
    private char highSurrogate;

    /** Keeps everything. */
    Utf8Buffer() {
        this(null);
    }

    /** Keeps no more than a piece, and hands over what goes beyond. */
    Utf8Buffer(@Nullable Spill spill) {
        this.spill = spill;
    }

    /** Hands over the rest; an {@link IOException} comes as an {@link UncheckedIOException}, as out of every other call. */
    void spillRest() {
        if (spill != null) {
            try {
                spill.take(bytes, position);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            position = 0;
        }
    }

    @Override
    public void write(int c) {
        ensure(4);
        put((char) c);
    }

    @Override
    public void write(String text, int from, int length) {
        int end = from + length;
        for (int start = from; start < end; start += PIECE) {
            writePiece(text, start, Math.min(end, start + PIECE));
        }
    }

    private void writePiece(String text, int start, int end) {
        ensure(3L * (end - start) + 3);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x80 && highSurrogate == 0) {
                bytes[position++] = (byte) c;
            } else {
                put(c);
            }
        }
    }

    @Override
    public void write(char[] text, int from, int length) {
        ensure(3L * length + 3);
        for (int i = from; i < from + length; i++) {
            put(text[i]);
        }
    }

    private void put(char c) {
        if (highSurrogate != 0) {
            putPair(highSurrogate, c);
        } else if (c < 0x80) {
            bytes[position++] = (byte) c;
        } else if (c < 0x800) {
            bytes[position++] = (byte) (0xc0 | (c >> 6));
            bytes[position++] = (byte) (0x80 | (c & 0x3f));
        } else if (Character.isHighSurrogate(c)) {
            highSurrogate = c;
        } else if (Character.isLowSurrogate(c)) {
            bytes[position++] = '?';
        } else {
            bytes[position++] = (byte) (0xe0 | (c >> 12));
            bytes[position++] = (byte) (0x80 | ((c >> 6) & 0x3f));
            bytes[position++] = (byte) (0x80 | (c & 0x3f));
        }
    }

    private void putPair(char high, char low) {
        highSurrogate = 0;
        if (!Character.isLowSurrogate(low)) {
            // Half a character, which UTF-8 cannot say.
            bytes[position++] = '?';
            put(low);
            return;
        }
        int code = Character.toCodePoint(high, low);
        bytes[position++] = (byte) (0xf0 | (code >> 18));
        bytes[position++] = (byte) (0x80 | ((code >> 12) & 0x3f));
        bytes[position++] = (byte) (0x80 | ((code >> 6) & 0x3f));
        bytes[position++] = (byte) (0x80 | (code & 0x3f));
    }

    private void ensure(long more) {
        if (spill != null && position >= INITIAL) {
            spillRest();
        }
        long needed = position + more;
        if (needed > bytes.length) {
            long grown = Math.min(Integer.MAX_VALUE - 8L, Math.max(bytes.length + bytes.length / 2L, needed));
            bytes = Arrays.copyOf(bytes, (int) grown);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    int position() {
        return position;
    }

    byte[] bytes() {
        return bytes;
    }

    void clear() {
        position = 0;
    }

    /** Leaves room that is filled later, by {@link #fill}. */
    void skip(int count) {
        ensure(count);
        position += count;
    }

    /** Puts bytes into room that was left, and closes what remains of it by moving up what follows. */
    void fill(int from, int room, byte[] with) {
        System.arraycopy(with, 0, bytes, from, with.length);
        System.arraycopy(bytes, from + room, bytes, from + with.length, position - from - room);
        position -= room - with.length;
    }

    /** Writes text that is known to be ASCII and to need no escaping. */
    void ascii(String text) {
        int length = text.length();
        ensure(length);
        for (int i = 0; i < length; i++) {
            bytes[position + i] = (byte) text.charAt(i);
        }
        position += length;
    }

    /** Writes a JSON string with its quotes, eight bytes at a time where it can. */
    void jsonString(String text) {
        ensure(1);
        bytes[position++] = '"';
        int start = 0;
        while (text.length() - start > PIECE) {
            // A character of two halves is not cut.
            int end = start + PIECE - (Character.isHighSurrogate(text.charAt(start + PIECE - 1)) ? 1 : 0);
            escaped(text.substring(start, end));
            start = end;
        }
        escaped(start == 0 ? text : text.substring(start));
        ensure(1);
        bytes[position++] = '"';
    }

    private void escaped(String text) {
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        ensure(6L * source.length + Long.BYTES);
        int at = 0;
        while (at <= source.length - Long.BYTES) {
            long word = (long) LONGS.get(source, at);
            // Copied before it is known how much of it is plain: what is not will be written over.
            LONGS.set(bytes, position, word);
            long found = special(word);
            int plain = found == 0 ? Long.BYTES : Long.numberOfTrailingZeros(found) / Byte.SIZE;
            at += plain;
            position += plain;
            if (found != 0) {
                escape(source[at++]);
            }
        }
        for (; at < source.length; at++) {
            if (isPlain(source[at])) {
                bytes[position++] = source[at];
            } else {
                escape(source[at]);
            }
        }
    }

    private static boolean isPlain(byte b) {
        return (b >= 0x20 || b < 0) && b != '"' && b != '\\';
    }

    /**
     * Finds quotes, backslashes and what is below a space among eight bytes: the lowest bit that is set is the highest of
     * the first such byte. The usual trick of finding a zero byte, whose borrow can only mark bytes above a true one.
     */
    private static long special(long word) {
        long quote = word ^ 0x2222222222222222L;
        long backslash = word ^ 0x5c5c5c5c5c5c5c5cL;
        long below = (word - 0x2020202020202020L) & ~word;
        long found =
                ((quote - 0x0101010101010101L) & ~quote) | ((backslash - 0x0101010101010101L) & ~backslash) | below;
        return found & 0x8080808080808080L;
    }

    private void escape(byte b) {
        bytes[position++] = '\\';
        switch (b) {
            case '"', '\\' -> bytes[position++] = b;
            case '\n' -> bytes[position++] = 'n';
            case '\r' -> bytes[position++] = 'r';
            case '\t' -> bytes[position++] = 't';
            case '\b' -> bytes[position++] = 'b';
            case '\f' -> bytes[position++] = 'f';
            default -> {
                bytes[position++] = 'u';
                bytes[position++] = '0';
                bytes[position++] = '0';
                bytes[position++] = (byte) Character.forDigit(b >> 4, 16);
                bytes[position++] = (byte) Character.forDigit(b & 0xf, 16);
            }
        }
    }
}
