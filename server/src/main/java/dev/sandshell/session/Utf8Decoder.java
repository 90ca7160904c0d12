package dev.sandshell.session;

import java.nio.charset.StandardCharsets;

/**
 * Decodes a stream of bytes piece by piece, so that a character that is cut by a border is never broken: up to three
 * bytes wait for their rest. Malformed bytes become U+FFFD, exactly as if all had been decoded at once. Confined to its
 * stream.
 */
public final class Utf8Decoder {
    private static final byte[] NOTHING = {};

    private byte[] pending = NOTHING;

    /** How many bytes wait for the rest of their character. */
    int pendingBytes() {
        return pending.length;
    }

    /** What has become whole with these bytes. */
    public String decode(byte[] bytes, int length) {
        byte[] all = bytes;
        int size = length;
        if (pending.length > 0) {
            size = pending.length + length;
            all = new byte[size];
            System.arraycopy(pending, 0, all, 0, pending.length);
            System.arraycopy(bytes, 0, all, pending.length, length);
        }
        int complete = size - incompleteTail(all, size);
        pending = complete == size ? NOTHING : java.util.Arrays.copyOfRange(all, complete, size);
        return new String(all, 0, complete, StandardCharsets.UTF_8);
    }

    /** What is left when no more can come. */
    String finish() {
        String rest = new String(pending, StandardCharsets.UTF_8);
        pending = NOTHING;
        return rest;
    }

    /** How many bytes at the end begin a character that could still be completed. */
    private static int incompleteTail(byte[] bytes, int size) {
        for (int back = 1; back <= Math.min(3, size); back++) {
            int b = bytes[size - back] & 0xff;
            if (b < 0x80) {
                return 0;
            }
            if (b >= 0xc0) {
                return back < sequenceLength(b) && couldContinue(bytes, size - back, back) ? back : 0;
            }
        }
        return 0;
    }

    private static int sequenceLength(int lead) {
        if (lead >= 0xc2 && lead <= 0xdf) {
            return 2;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            return 3;
        }
        return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
    }

    /**
     * The second byte of some sequences has a narrower range; outside of it they are malformed already. Not so where an
     * encoded surrogate begins: the JDK makes one U+FFFD of all its three bytes.
     */
    private static boolean couldContinue(byte[] bytes, int start, int length) {
        if (length < 2) {
            return true;
        }
        int lead = bytes[start] & 0xff;
        int second = bytes[start + 1] & 0xff;
        return switch (lead) {
            case 0xe0 -> second >= 0xa0;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second <= 0x8f;
            default -> true;
        };
    }
}
