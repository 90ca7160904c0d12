package dev.sandshell.cli;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What programs have made of a terminal and not taken back: another screen, the mouse, a hidden cursor, other codes for
 * keys, a region that scrolls, colours. Who leaves in their midst takes it back. Follows the control sequences of what is
 * shown, also across the borders of pieces, and keeps no more than the kinds below. Confined to its caller.
 */
final class ScreenModes {
    private static final char ESCAPE = '\033';

    /** More than any program sets at once; what is longer is none. */
    private static final int MAX_LENGTH = 64;

    /** More modes than all terminals have together. */
    private static final int MAX_CHANGED = 256;

    /** What a terminal does by itself: it breaks lines, repeats keys, shows its cursor, and has a Meta key. */
    private static final Set<Integer> ON_AT_FIRST = Set.of(7, 8, 25, 1034);

    /** Another screen; what is kept for each screen alone goes with it. */
    private static final List<String> OTHER_SCREENS = List.of("?47", "?1047", "?1049");

    private static final CharMatcher NUMERIC = CharMatcher.inRange('0', ';');
    private static final Splitter NUMBERS = Splitter.on(';').omitEmptyStrings();

    /** What takes each change back, by what has changed. */
    private final Map<String, String> changed = new LinkedHashMap<>();

    private final StringBuilder sequence = new StringBuilder();

    /** How often a program has pushed its own codes for keys on the main screen. */
    private int keyboards;

    /** Follows what is shown. */
    void shown(byte[] bytes) {
        for (byte next : bytes) {
            follow((char) (next & 0xff));
        }
    }

    private void follow(char next) {
        if (next == ESCAPE) {
            sequence.setLength(0);
            sequence.append(next);
            return;
        }
        if (sequence.length() == 0) {
            if (next == '\016' || next == '\017') {
                note("shift", next == '\016', "\017");
            }
            return;
        }
        sequence.append(next);
        if (isComplete(next)) {
            String whole = sequence.substring(1);
            sequence.setLength(0);
            apply(whole);
        } else if (sequence.length() == MAX_LENGTH) {
            sequence.setLength(0);
        }
    }

    /** Whether a sequence ends here: ECMA-48 has numbers and signs in its midst, and a letter at its end. */
    private boolean isComplete(char next) {
        boolean isControl = sequence.charAt(1) == '[';
        return isControl ? sequence.length() > 2 && (next < ' ' || next >= '@') : next < ' ' || next >= '0';
    }

    private void apply(String whole) {
        switch (whole.charAt(0)) {
            case '[' -> control(whole.substring(1, whole.length() - 1), whole.charAt(whole.length() - 1));
            case '=', '>' -> note("keypad", whole.equals("="), "\033>");
            case '(', ')' -> note(whole.substring(0, 1), whole.charAt(1) != 'B', ESCAPE + whole.substring(0, 1) + 'B');
            case 'c' -> {
                changed.clear();
                keyboards = 0;
            }
            default -> {}
        }
    }

    private void control(String given, char kind) {
        switch (kind) {
            case 'h', 'l' -> modes(given, kind == 'h');
            case 'm' -> {
                if (given.startsWith(">4")) {
                    note("modifyOtherKeys", !given.matches(">4(;0?)?"), "\033[>4m");
                } else if (isPlain(given)) {
                    note("style", !given.isEmpty() && !given.equals("0"), "\033[0m");
                }
            }
            case 'r' -> {
                if (isPlain(given)) {
                    // It moves the cursor too.
                    note("margins", !given.isEmpty(), "\0337\033[r\0338");
                }
            }
            case 'q' -> {
                if (given.endsWith(" ")) {
                    note("cursor", !given.equals(" ") && !given.equals("0 "), "\033[0 q");
                }
            }
            case 'u' -> keyboard(given);
            default -> {}
        }
    }

    private static boolean isPlain(String given) {
        return NUMERIC.matchesAllOf(given);
    }

    private void modes(String given, boolean isOn) {
        boolean isPrivate = given.startsWith("?");
        for (String number : NUMBERS.split(isPrivate ? given.substring(1) : given)) {
            if (number.length() < 6 && number.chars().allMatch(Character::isDigit)) {
                boolean isChanged = isOn != (isPrivate && ON_AT_FIRST.contains(Integer.parseInt(number)));
                String mode = (isPrivate ? "?" : "") + Integer.parseInt(number);
                note(mode, isChanged, "\033[" + mode + (isOn ? 'l' : 'h'));
            }
        }
    }

    private void keyboard(String given) {
        if (OTHER_SCREENS.stream().noneMatch(changed::containsKey)) {
            if (given.startsWith(">")) {
                keyboards++;
            } else if (given.startsWith("<")) {
                String count = given.substring(1);
                keyboards -= Math.min(keyboards, count.matches("[0-9]{1,5}") ? Integer.parseInt(count) : 1);
            }
        }
    }

    private void note(String what, boolean isChanged, String undo) {
        if (!isChanged) {
            changed.remove(what);
        } else if (changed.size() < MAX_CHANGED) {
            changed.putIfAbsent(what, undo);
        }
    }

    /** Whether programs use a screen of their own. */
    boolean isOnOtherScreen() {
        return OTHER_SCREENS.stream().anyMatch(changed::containsKey);
    }

    /** What takes all of it back; empty where there is nothing to take back. */
    byte[] undo() {
        StringBuilder text = new StringBuilder();
        // First back to the main screen: the cursor that it brings back is to stay where it is.
        OTHER_SCREENS.forEach(screen -> text.append(changed.getOrDefault(screen, "")));
        changed.forEach((what, undo) -> text.append(OTHER_SCREENS.contains(what) ? "" : undo));
        if (keyboards > 0) {
            text.append("\033[<").append(keyboards).append('u');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
