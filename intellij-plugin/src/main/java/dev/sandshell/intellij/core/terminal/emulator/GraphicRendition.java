package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.CellStyle.Attribute;
import dev.sandshell.intellij.core.terminal.TerminalColour;
import org.jspecify.annotations.Nullable;

/** SGR: has a pen write otherwise. */
final class GraphicRendition {
    private static final TerminalColour.Indexed[] PALETTE = new TerminalColour.Indexed[256];

    static {
        for (int i = 0; i < PALETTE.length; i++) {
            PALETTE[i] = new TerminalColour.Indexed(i);
        }
    }

    private GraphicRendition() {}

    static void apply(ControlSequence sequence, Pen pen) {
        for (int i = 0; i < sequence.count(); i++) {
            int parameter = sequence.get(i);
            if (parameter == 38 || parameter == 48 || parameter == 58) {
                i += colour(sequence, i, pen);
            } else if (parameter == 4) {
                int[] parts = sequence.partsOf(i);
                pen.set(Attribute.UNDERLINE, parts.length == 0 || parts[0] != 0);
            } else if (!attribute(parameter, pen)) {
                plainColour(parameter, pen);
            }
        }
    }

    private static boolean attribute(int parameter, Pen pen) {
        switch (parameter) {
            case 0 -> pen.clear();
            case 1 -> pen.set(Attribute.BOLD, true);
            case 2 -> pen.set(Attribute.DIM, true);
            case 3 -> pen.set(Attribute.ITALIC, true);
            case 5 -> pen.set(Attribute.BLINK, true);
            case 7 -> pen.set(Attribute.INVERSE, true);
            case 8 -> pen.set(Attribute.INVISIBLE, true);
            case 9 -> pen.set(Attribute.STRIKETHROUGH, true);
            case 21 -> pen.set(Attribute.UNDERLINE, true);
            case 22 -> {
                pen.set(Attribute.BOLD, false);
                pen.set(Attribute.DIM, false);
            }
            case 23 -> pen.set(Attribute.ITALIC, false);
            case 24 -> pen.set(Attribute.UNDERLINE, false);
            case 25 -> pen.set(Attribute.BLINK, false);
            case 27 -> pen.set(Attribute.INVERSE, false);
            case 28 -> pen.set(Attribute.INVISIBLE, false);
            case 29 -> pen.set(Attribute.STRIKETHROUGH, false);
            case 53 -> pen.set(Attribute.OVERLINE, true);
            case 55 -> pen.set(Attribute.OVERLINE, false);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void plainColour(int parameter, Pen pen) {
        if (parameter >= 30 && parameter <= 37) {
            pen.foreground(PALETTE[parameter - 30]);
        } else if (parameter == 39) {
            pen.foreground(TerminalColour.Default.COLOUR);
        } else if (parameter >= 40 && parameter <= 47) {
            pen.background(PALETTE[parameter - 40]);
        } else if (parameter == 49) {
            pen.background(TerminalColour.Default.COLOUR);
        } else if (parameter >= 90 && parameter <= 97) {
            pen.foreground(PALETTE[parameter - 90 + 8]);
        } else if (parameter >= 100 && parameter <= 107) {
            pen.background(PALETTE[parameter - 100 + 8]);
        }
    }

    /**
     * Takes {@code 38;5;n}, {@code 38;2;r;g;b}, the same with colons, and with a colour space before the red
     * ({@code 38:2:space:r:g:b}; it is omitted more often than not), and mixtures of them; tells how many parameters more than
     * the first one that was.
     */
    private static int colour(ControlSequence sequence, int at, Pen pen) {
        // What it is for, how it is said, the colour space, and the three numbers.
        int[] said = {0, 0, ControlSequence.OMITTED, 0, 0, 0};
        int space = 0;
        int more = 0;
        do {
            said[more + space] = sequence.get(at + more);
            int[] parts = sequence.partsOf(at + more);
            if (parts.length > 0) {
                said(said, more + space + 1, parts);
                break;
            }
            int enough = switch (said[1]) {
                case 2 -> 5;
                case 5 -> 2;
                default -> said.length;
            };
            if (more + space >= enough) {
                break;
            }
            space = said[1] != 0 ? 1 : space;
            more++;
        } while (at + more < sequence.count() && more + space < said.length);
        TerminalColour colour = colour(said);
        if (colour != null && said[0] == 38) {
            pen.foreground(colour);
        } else if (colour != null && said[0] == 48) {
            pen.background(colour);
        }
        return more;
    }

    /** Takes parts from a place on; an index has no colour space before it. */
    private static void said(int[] said, int from, int[] parts) {
        int to = from;
        for (int part : parts) {
            to += to == 2 && said[1] == 5 ? 1 : 0;
            if (to < said.length) {
                said[to++] = part;
            }
        }
    }

    private static @Nullable TerminalColour colour(int[] said) {
        return switch (said[1]) {
            case 2 -> new TerminalColour.Rgb(octet(said[3]) << 16 | octet(said[4]) << 8 | octet(said[5]));
            case 5 -> PALETTE[octet(said[3])];
            default -> null;
        };
    }

    private static int octet(int number) {
        return number == ControlSequence.OMITTED ? 0 : number & 0xff;
    }
}
