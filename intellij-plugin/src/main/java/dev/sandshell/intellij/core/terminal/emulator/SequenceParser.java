package dev.sandshell.intellij.core.terminal.emulator;

/**
 * Tells text, control characters and sequences from each other, as the state machine of a VT500 does. A sequence, or a
 * surrogate pair, may end in a later piece.
 */
final class SequenceParser {
    /** A longer command or string is thrown away. */
    private static final int CONTENT_BOUND = 1 << 16;

    private static final char CAN = 0x18;
    private static final char SUB = 0x1a;
    private static final char ESC = 0x1b;
    private static final char DEL = 0x7f;
    private static final char DCS = 0x90;
    private static final char SOS = 0x98;
    private static final char CSI = 0x9b;
    private static final char ST = 0x9c;
    private static final char OSC = 0x9d;
    private static final char PM = 0x9e;
    private static final char APC = 0x9f;
    private static final char BYTE_ORDER_MARK = 0xfeff;
    private static final String REPLACEMENT = "\ufffd";

    private enum State {
        GROUND,
        ESCAPE,
        ESCAPE_INTERMEDIATE,
        CSI_ENTRY,
        CSI_PARAMETER,
        CSI_INTERMEDIATE,
        CSI_IGNORE,
        OSC_STRING,
        DCS_ENTRY,
        DCS_PARAMETER,
        DCS_INTERMEDIATE,
        DCS_IGNORE,
        DCS_STRING,
        IGNORED_STRING
    }

    private final SequenceHandler handler;
    private final ControlSequence sequence = new ControlSequence();
    private final StringBuilder content = new StringBuilder();
    private State state = State.GROUND;
    private int stringIdentity;
    private char highSurrogate;

    SequenceParser(SequenceHandler handler) {
        this.handler = handler;
    }

    void parse(String piece) {
        String text = highSurrogate == 0 ? piece : highSurrogate + piece;
        highSurrogate = 0;
        int end = text.length();
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            highSurrogate = text.charAt(--end);
        }
        for (int i = 0; i < end; ) {
            char c = text.charAt(i);
            if (state == State.GROUND && isPrintable(c)) {
                i = print(text, i, end);
            } else {
                take(c);
                i++;
            }
        }
    }

    /** As if nothing had come yet. */
    void reset() {
        state = State.GROUND;
        highSurrogate = 0;
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' && (c < DEL || c > APC);
    }

    /** Hands over what is printable from the start on, and tells where that ends. */
    private int print(String text, int start, int end) {
        int from = start;
        int i = start;
        for (; i < end && isPrintable(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == BYTE_ORDER_MARK) {
                from = printUpTo(text, from, i);
            } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                from = printUpTo(text, from, i);
                handler.print(REPLACEMENT, 0, 1);
            }
        }
        printUpTo(text, from, i);
        return i;
    }

    private int printUpTo(String text, int from, int to) {
        if (from < to) {
            handler.print(text, from, to);
        }
        return to + 1;
    }

    private void take(char c) {
        if (c == CAN || c == SUB) {
            state = State.GROUND;
            handler.execute(c);
        } else if (c == ESC) {
            endString();
            sequence.clear();
            state = State.ESCAPE;
        } else if (c > DEL && c <= APC) {
            takeC1(c);
        } else {
            switch (state) {
                case GROUND -> ground(c);
                case ESCAPE -> escape(c);
                case ESCAPE_INTERMEDIATE -> escapeIntermediate(c);
                case CSI_ENTRY, CSI_PARAMETER, CSI_INTERMEDIATE, CSI_IGNORE -> control(c);
                case OSC_STRING -> operatingSystemCommand(c);
                case DCS_ENTRY, DCS_PARAMETER, DCS_INTERMEDIATE -> deviceControl(c);
                case DCS_STRING -> put(c);
                case DCS_IGNORE -> {}
                case IGNORED_STRING -> state = c > DEL ? State.GROUND : state;
            }
        }
    }

    private void takeC1(char c) {
        switch (c) {
            case CSI -> {
                sequence.clear();
                state = State.CSI_ENTRY;
            }
            case DCS -> {
                sequence.clear();
                state = State.DCS_ENTRY;
            }
            case OSC -> beginString(State.OSC_STRING);
            case SOS, PM, APC -> state = State.IGNORED_STRING;
            case ST -> {
                endString();
                state = State.GROUND;
            }
            default -> {
                state = State.GROUND;
                handler.execute(c);
            }
        }
    }

    private void ground(char c) {
        if (c < ' ') {
            handler.execute(c);
        }
    }

    private void escape(char c) {
        if (c < ' ') {
            handler.execute(c);
        } else if (c < '0') {
            sequence.collect(c);
            state = State.ESCAPE_INTERMEDIATE;
        } else if (c == '[') {
            state = State.CSI_ENTRY;
        } else if (c == ']') {
            beginString(State.OSC_STRING);
        } else if (c == 'P') {
            state = State.DCS_ENTRY;
        } else if (c == 'X' || c == '^' || c == '_') {
            state = State.IGNORED_STRING;
        } else if (c != DEL) {
            dispatchEscape(c);
        }
    }

    private void escapeIntermediate(char c) {
        if (c < ' ') {
            handler.execute(c);
        } else if (c < '0') {
            sequence.collect(c);
        } else {
            dispatchEscape(c);
        }
    }

    private void dispatchEscape(char c) {
        state = State.GROUND;
        if (c < DEL) {
            handler.escape(sequence.identity(c));
        }
    }

    private void control(char c) {
        if (c < ' ') {
            handler.execute(c);
        } else if (state == State.CSI_IGNORE) {
            state = c >= '@' && c < DEL ? State.GROUND : state;
        } else if (c > DEL) {
            state = State.GROUND;
        } else if (c >= '@' && c < DEL) {
            state = State.GROUND;
            handler.control(sequence.identity(c), sequence);
        } else if (c < DEL) {
            state = header(c, State.CSI_ENTRY, State.CSI_PARAMETER, State.CSI_INTERMEDIATE, State.CSI_IGNORE);
        }
    }

    private void deviceControl(char c) {
        if (c > DEL) {
            state = State.GROUND;
        } else if (c >= '@' && c < DEL) {
            stringIdentity = sequence.identity(c);
            beginString(State.DCS_STRING);
        } else if (c >= ' ' && c < DEL) {
            state = header(c, State.DCS_ENTRY, State.DCS_PARAMETER, State.DCS_INTERMEDIATE, State.DCS_IGNORE);
        }
    }

    /** What stands before the final character, and which state follows. */
    private State header(char c, State entry, State parameter, State intermediate, State ignore) {
        if (c < '0') {
            sequence.collect(c);
            return intermediate;
        }
        if (state == intermediate) {
            return ignore;
        }
        if (c < '<') {
            sequence.parameter(c);
            return parameter;
        }
        if (state != entry) {
            return ignore;
        }
        sequence.collect(c);
        return parameter;
    }

    private void operatingSystemCommand(char c) {
        if (c == 0x07) {
            endString();
            state = State.GROUND;
        } else if (c >= ' ') {
            put(c);
        }
    }

    private void beginString(State string) {
        content.setLength(0);
        state = string;
    }

    private void put(char c) {
        if (content.length() <= CONTENT_BOUND) {
            content.append(c);
        }
    }

    private void endString() {
        if (content.length() > CONTENT_BOUND) {
            return;
        }
        if (state == State.OSC_STRING) {
            handler.operatingSystemCommand(content.toString());
        } else if (state == State.DCS_STRING) {
            handler.deviceControl(stringIdentity, content.toString());
        }
    }
}
