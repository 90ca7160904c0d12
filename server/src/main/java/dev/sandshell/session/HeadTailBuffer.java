package dev.sandshell.session;

import dev.sandshell.concurrent.ByteBudget;
import java.util.Arrays;

/**
 * What a result keeps of a stream: its first and its last bytes, and how many there were.
 *
 * <p>Holds at most {@code cap} bytes, half of them the head; it grows with what comes, so that a short output costs
 * little whatever the cap. Where the budget that it shares with other commands is used up it grows no more, and keeps
 * less, but always the first and the last {@value #ALWAYS} bytes. Confined to its command.
 */
final class HeadTailBuffer {
    static final int ALWAYS = 4096;

    private static final int INITIAL = 256;

    private final ByteBudget budget;
    private int headCap;
    private int tailCap;
    private long taken;
    private byte[] head = new byte[0];
    private int headLength;
    private byte[] tail = new byte[0];
    private int tailLength;
    private int tailStart;
    private long total;

    HeadTailBuffer(int cap, ByteBudget budget) {
        this.budget = budget;
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
        if (headLength < headCap) {
            head = grown(head, headLength + length, headCap);
            // What is missing in the middle can't be made up for.
            headCap = headLength + length > head.length ? head.length : headCap;
        }
        int toHead = Math.min(length, headCap - headLength);
        if (toHead > 0) {
            System.arraycopy(source, from, head, headLength, toHead);
            headLength += toHead;
        }
        int rest = length - toHead;
        if (rest > 0 && tailCap > 0) {
            if (tail.length < tailCap) {
                tail = grown(tail, tailLength + rest, tailCap);
                tailCap = tailLength + rest > tail.length ? tail.length : tailCap;
            }
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

    /** Lets go of the bytes, whose part of the budget is kept for the result; the count stays. */
    void drop() {
        head = new byte[0];
        tail = new byte[0];
        headLength = 0;
        tailLength = 0;
        tailStart = 0;
    }

    /** Gives its part of the budget back as well. */
    void release() {
        drop();
        budget.giveBack(taken);
        taken = 0;
    }

    private void appendToTail(byte[] source, int from, int length) {
        // While the ring has not reached its cap it starts at 0, so that growing needs no unrolling.
        int end = (tailStart + tailLength) % tail.length;
        int first = Math.min(length, tail.length - end);
        System.arraycopy(source, from, tail, end, first);
        System.arraycopy(source, from + first, tail, 0, length - first);
        int overwritten = Math.max(0, tailLength + length - tailCap);
        tailLength += length - overwritten;
        tailStart = (tailStart + overwritten) % tail.length;
    }

    /** The same bytes with room for more: for what is needed, where the cap and the budget allow it. */
    private byte[] grown(byte[] array, int needed, int cap) {
        int least = Math.min(cap, needed);
        if (least <= array.length) {
            return array;
        }
        int size = (int) Math.min(cap, Math.max(least, Math.max(INITIAL, 2L * array.length)));
        long more = (long) Math.max(size, ALWAYS) - Math.max(array.length, ALWAYS);
        if (more > 0 && !budget.tryTake(more)) {
            size = Math.max(array.length, Math.min(cap, ALWAYS));
            more = 0;
        }
        taken += more;
        return size == array.length ? array : Arrays.copyOf(array, size);
    }
}
