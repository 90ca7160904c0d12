package dev.sandshell.intellij.core.terminal.emulator;

/** Answers what programs ask of a terminal: what it is, where its cursor is, how it is set. */
final class Reports {
    private static final String ESC = "\u001b";

    private final TerminalState state;

    Reports(TerminalState state) {
        this.state = state;
    }

    /** DA: a VT100 with the advanced video option, as xterm.js says. */
    void primaryAttributes(int parameter) {
        if (parameter == 0) {
            reply("[?1;2c");
        }
    }

    /** DA2: xterm, and which. */
    void secondaryAttributes(int parameter) {
        if (parameter == 0) {
            reply("[>0;276;0c");
        }
    }

    /** DSR. */
    void status(int parameter) {
        if (parameter == 5) {
            reply("[0n");
        } else if (parameter == 6) {
            reply("[" + position() + "R");
        }
    }

    /** DECDSR. */
    void privateStatus(int parameter) {
        if (parameter == 6) {
            reply("[?" + position() + "R");
        }
    }

    private String position() {
        Page page = state.page();
        return (page.row + 1) + ";" + (page.column + 1);
    }

    /** DECRQSS: how a function was called last. */
    void setting(String function) {
        Page page = state.page();
        String answer = switch (function) {
            case "\"q" -> "1$r" + (state.pen.isProtecting() ? 1 : 0) + "\"q";
            case "\"p" -> "1$r61;1\"p";
            case "r" -> "1$r" + (page.top + 1) + ";" + (page.bottom + 1) + "r";
            case "m" -> "1$r0m";
            case " q" -> "1$r" + cursorStyle() + " q";
            default -> "0$r";
        };
        reply("P" + answer + ESC + "\\");
    }

    private int cursorStyle() {
        int steady = switch (state.modes.cursorShape) {
            case BLOCK -> 2;
            case UNDERLINE -> 4;
            case BAR -> 6;
        };
        return state.modes.isCursorBlinking ? steady - 1 : steady;
    }

    private void reply(String text) {
        state.listener.replied(ESC + text);
    }
}
