package dev.sandshell.cli;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which modes of a terminal programs have switched on and not off again: another screen, the mouse, a hidden cursor. Who
 * leaves in their midst takes them back. Follows DECSET and DECRST, also across the borders of pieces. Confined to its
 * caller.
 */
final class ScreenModes {
    private static final String START = "\033[?";

    /** More than any program sets at once; what is longer is none. */
    private static final int MAX_LENGTH = 64;

    /** The two that a terminal has on by itself: it breaks lines, and shows its cursor. */
    private static final Map<Integer, Boolean> AT_FIRST = Map.of(7, true, 25, true);

    private static final Splitter NUMBERS = Splitter.on(';').omitEmptyStrings();

    private final Map<Integer, Boolean> changed = new TreeMap<>();
    private final StringBuilder sequence = new StringBuilder();

    /** Follows what is shown. */
    void shown(byte[] bytes) {
        for (byte next : bytes) {
            follow((char) (next & 0xff));
        }
    }

    private void follow(char next) {
        int at = sequence.length();
        if (at < START.length() ? next == START.charAt(at) : isNumber(next) && at < MAX_LENGTH) {
            sequence.append(next);
            return;
        }
        if (at > START.length() && (next == 'h' || next == 'l')) {
            note(sequence.substring(START.length()), next == 'h');
        }
        sequence.setLength(0);
        if (next == START.charAt(0)) {
            sequence.append(next);
        }
    }

    private static boolean isNumber(char next) {
        return Character.isDigit(next) || next == ';';
    }

    private void note(String numbers, boolean isOn) {
        for (String number : NUMBERS.split(numbers)) {
            if (number.length() < 6) {
                int mode = Integer.parseInt(number);
                if (isOn == AT_FIRST.getOrDefault(mode, false)) {
                    changed.remove(mode);
                } else {
                    changed.put(mode, isOn);
                }
            }
        }
    }

    /** What takes all of it back, and colours too; empty where there is nothing to take back. */
    byte[] undo() {
        StringBuilder text = new StringBuilder();
        changed.forEach((mode, isOn) -> text.append(START).append(mode).append(isOn ? 'l' : 'h'));
        if (text.length() > 0) {
            text.append("\033[0m");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
