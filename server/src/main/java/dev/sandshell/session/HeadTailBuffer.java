package dev.sandshell.session;

import java.util.Arrays;

/**
 * What a result keeps of a stream: its first and its last bytes, and how many there were.
 *
 * <p>Holds at most {@code cap} bytes, half of them the head; it grows with what comes, so that a short output costs
 * little whatever the cap. Confined to its command.
 */
final class HeadTailBuffer {
    private static final int INITIAL = 256;

    private final int headCap;
    private final int tailCap;
    private byte[] head = new byte[0];
    private int headLength;
    private byte[] tail = new byte[0];
    private int tailLength;
    private int tailStart;
    private long total;

    HeadTailBuffer(int cap) {
        headCap = cap - cap / 2;
        tailCap = cap / 2;
    }

    long total() {
        return total;
    }

    /** Counts what is not to be kept. */
    void skip(int length) {
        total += length;
    }

    void append(byte[] source, int from, int length) {
        total += length;
        int toHead = Math.min(length, headCap - headLength);
        if (toHead > 0) {
            head = grown(head, headLength + toHead, headCap);
            System.arraycopy(source, from, head, headLength, toHead);
            headLength += toHead;
        }
        int rest = length - toHead;
        if (rest > 0 && tailCap > 0) {
            int kept = Math.min(rest, tailCap);
            appendToTail(source, from + length - kept, kept);
        }
    }

    ExecResult.Collected collected() {
        byte[] all = Arrays.copyOf(head, headLength + tailLength);
        if (tailLength > 0) {
            int first = Math.min(tailLength, tail.length - tailStart);
            System.arraycopy(tail, tailStart, all, headLength, first);
            System.arraycopy(tail, 0, all, headLength + first, tailLength - first);
        }
        return new ExecResult.Collected(all, headLength, total);
    }

    /** Lets go of the bytes; the count stays. */
    void release() {
        head = new byte[0];
        tail = new byte[0];
        headLength = 0;
        tailLength = 0;
        tailStart = 0;
    }

    private void appendToTail(byte[] source, int from, int length) {
        if (tailLength + length <= tailCap) {
            tail = grown(tail, tailLength + length, tailCap);
        } else if (tail.length < tailCap) {
            tail = Arrays.copyOf(tail, tailCap);
        }
        // While the ring has not reached its cap it starts at 0, so that growing needs no unrolling.
        int end = (tailStart + tailLength) % tail.length;
        int first = Math.min(length, tail.length - end);
        System.arraycopy(source, from, tail, end, first);
        System.arraycopy(source, from + first, tail, 0, length - first);
        int overwritten = Math.max(0, tailLength + length - tailCap);
        tailLength += length - overwritten;
        tailStart = (tailStart + overwritten) % tail.length;
    }

    private static byte[] grown(byte[] array, int needed, int cap) {
        if (needed <= array.length) {
            return array;
        }
        long doubled = Math.max(INITIAL, 2L * array.length);
        return Arrays.copyOf(array, (int) Math.min(cap, Math.max(needed, doubled)));
    }
}
