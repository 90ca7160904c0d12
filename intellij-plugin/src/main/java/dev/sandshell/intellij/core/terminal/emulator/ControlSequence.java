package dev.sandshell.intellij.core.terminal.emulator;

import java.util.Arrays;

/**
 * A control sequence while it is read: {@code CSI prefix parameters intermediate final}, where a parameter may have parts of
 * its own behind colons. One object serves all of a terminal's, so nobody keeps it.
 */
final class ControlSequence {
    /** What a part has of which nothing is said: {@code 38:2::r:g:b}. */
    static final int OMITTED = -1;

    /** What more parameters or parts there are is not looked at. */
    private static final int BOUND = 32;

    private final int[] parameters = new int[BOUND];
    private final int[] parts = new int[BOUND];
    /** Where the parts of a parameter end; they begin where those of the one before end. */
    private final int[] partsEnd = new int[BOUND];

    private int count;
    private int partCount;
    private boolean isInParts;
    private boolean isFull;
    private int collected;
    private boolean isOverlong;

    void clear() {
        count = 1;
        partCount = 0;
        parameters[0] = 0;
        partsEnd[0] = 0;
        isInParts = false;
        isFull = false;
        collected = 0;
        isOverlong = false;
    }

    /** Takes a prefix or an intermediate. */
    void collect(char c) {
        isOverlong |= collected > 0xff;
        collected = collected << 8 | c;
    }

    /** Takes a digit, a colon or a semicolon. */
    void parameter(char c) {
        if (c == ';') {
            isInParts = false;
            isFull = count == BOUND;
            if (!isFull) {
                parameters[count] = 0;
                partsEnd[count++] = partCount;
            }
        } else if (isFull) {
            return;
        } else if (c == ':') {
            isInParts = true;
            isFull = partCount == BOUND;
            if (!isFull) {
                parts[partCount++] = OMITTED;
                partsEnd[count - 1] = partCount;
            }
        } else if (isInParts) {
            parts[partCount - 1] = withDigit(Math.max(parts[partCount - 1], 0), c);
        } else {
            parameters[count - 1] = withDigit(parameters[count - 1], c);
        }
    }

    private static int withDigit(int number, char digit) {
        return (int) Math.min(number * 10L + digit - '0', Integer.MAX_VALUE);
    }

    /** What tells the function: prefix and intermediate, eight bits each, and the final character. */
    int identity(char last) {
        return isOverlong ? 0 : collected << 8 | last;
    }

    int count() {
        return count;
    }

    /** 0 for one that is not there. */
    int get(int index) {
        return index < count ? parameters[index] : 0;
    }

    /** As most functions want it: 1 for one that is not there, and for 0. */
    int getOrOne(int index) {
        return Math.max(get(index), 1);
    }

    int[] partsOf(int index) {
        return Arrays.copyOfRange(parts, index == 0 ? 0 : partsEnd[index - 1], partsEnd[index]);
    }
}
