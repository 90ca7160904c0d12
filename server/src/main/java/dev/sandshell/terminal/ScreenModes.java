package dev.sandshell.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What programs have made of a terminal and not taken back: another screen, the mouse, a hidden cursor, other codes for
 * keys, a region that scrolls. Colours are left out of that, and told apart. Follows what is shown, also across the borders
 * of pieces, and keeps no more than the kinds below. Confined to its caller.
 */
public final class ScreenModes {
    /** More modes than all terminals have together. */
    private static final int MAX_CHANGED = 256;

    /** What a terminal does by itself: it breaks lines, repeats keys, shows its cursor, and has a Meta key. */
    private static final Set<String> ON_AT_FIRST = Set.of("?7", "?8", "?25", "?1034");

    /** Another screen; what is kept for each screen alone goes with it. */
    private static final List<String> OTHER_SCREENS = List.of("?47", "?1047", "?1049");

    /** The other set of characters, and back. */
    private static final char SHIFT_OUT = '\016';

    private static final char SHIFT_IN = '\017';

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern USUAL_KEYS = Pattern.compile(">4(;0?)?");

    private final SequenceReader reader = new SequenceReader(new Shown());

    /** What takes each change back, by what has changed. */
    private final Map<String, String> changed = new LinkedHashMap<>();

    /** How often a program has pushed its own codes for keys on the main screen. */
    private int keyboards;

    private boolean isStyled;

    /** Whether the piece that is read has any: hardly one has. */
    private boolean hasShifts;

    /** Follows what is shown. */
    public void shown(String piece) {
        hasShifts = piece.indexOf(SHIFT_OUT) >= 0 || piece.indexOf(SHIFT_IN) >= 0;
        reader.read(piece);
    }

    /** Whether programs use a screen of their own. */
    public boolean isOnOtherScreen() {
        for (String screen : OTHER_SCREENS) {
            if (changed.containsKey(screen)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is shown next would have a colour or the like. */
    public boolean isStyled() {
        return isStyled;
    }

    /** What takes all of it back, but for the colours; empty where there is nothing to take back. */
    public String undo() {
        StringBuilder text = new StringBuilder();
        // First back to the main screen: the cursor that it brings back is to stay where it is.
        OTHER_SCREENS.forEach(screen -> text.append(changed.getOrDefault(screen, "")));
        changed.forEach((what, undo) -> text.append(OTHER_SCREENS.contains(what) ? "" : undo));
        if (keyboards > 0) {
            text.append("\033[<").append(keyboards).append('u');
        }
        return text.toString();
    }

    private final class Shown implements SequenceReader.Listener {
        @Override
        public void text(String piece, int from, int to) {
            for (int at = hasShifts ? from : to; at < to; at++) {
                char c = piece.charAt(at);
                if (c == SHIFT_OUT || c == SHIFT_IN) {
                    note("shift", c == SHIFT_OUT, "\017");
                }
            }
        }

        @Override
        public void sequence(String text, int from, int to) {
            if (text.charAt(from) == '[') {
                control(text, from + 1, to - 1);
            } else {
                other(text.substring(from, to));
            }
        }
    }

    private void other(String sequence) {
        switch (sequence.charAt(0)) {
            case '=', '>' -> note("keypad", sequence.equals("="), "\033>");
            case '(', ')' ->
                note(sequence.substring(0, 1), sequence.charAt(1) != 'B', "\033" + sequence.charAt(0) + 'B');
            case 'c' -> {
                changed.clear();
                keyboards = 0;
                isStyled = false;
            }
            default -> {}
        }
    }

    /** What is given goes up to the letter that says what it is for. */
    private void control(String text, int from, int to) {
        switch (text.charAt(to)) {
            case 'm' -> style(text, from, to);
            case 'h', 'l' -> modes(text.substring(from, to), text.charAt(to) == 'h');
            case 'q' -> cursor(text.substring(from, to));
            case 'u' -> keyboard(text.substring(from, to));
            case 'r' -> {
                if (isPlain(text, from, to)) {
                    // It moves the cursor too.
                    note("margins", from < to, "\0337\033[r\0338");
                }
            }
            default -> {}
        }
    }

    /** Whether there are numbers alone, and what stands between them. */
    private static boolean isPlain(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > ';') {
                return false;
            }
        }
        return true;
    }

    private void style(String text, int from, int to) {
        if (isPlain(text, from, to)) {
            isStyled = to > from + 1 || (to > from && text.charAt(from) != '0');
        } else if (text.startsWith(">4", from)) {
            note("modifyOtherKeys", !USUAL_KEYS.matcher(text).region(from, to).matches(), "\033[>4m");
        }
    }

    private void cursor(String given) {
        if (given.endsWith(" ") && isPlain(given, 0, given.length() - 1)) {
            note("cursor", !given.equals(" ") && !given.equals("0 "), "\033[0 q");
        }
    }

    private void modes(String given, boolean isOn) {
        String mark = given.startsWith("?") ? "?" : "";
        for (String number : given.substring(mark.length()).split(";", -1)) {
            if (NUMBER.matcher(number).matches()) {
                String mode = mark + Integer.parseInt(number);
                note(mode, isOn != ON_AT_FIRST.contains(mode), "\033[" + mode + (isOn ? 'l' : 'h'));
            }
        }
    }

    private void keyboard(String given) {
        if (!isOnOtherScreen()) {
            if (given.startsWith(">")) {
                keyboards++;
            } else if (given.startsWith("<")) {
                String count = given.substring(1);
                keyboards -= Math.min(keyboards, NUMBER.matcher(count).matches() ? Integer.parseInt(count) : 1);
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
}
