package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.Modes.MouseEncoding;
import dev.sandshell.intellij.core.terminal.Modes.MouseTracking;

/** SM and RM, and the private ones, DECSET and DECRST; and DECRQM, which asks how they are. */
final class ModeSwitches {
    private static final int UNKNOWN = 0;
    private static final int SET = 1;
    private static final int RESET = 2;
    private static final int ALWAYS_SET = 3;
    private static final int ALWAYS_RESET = 4;

    private final TerminalState state;
    private final Motion motion;

    ModeSwitches(TerminalState state, Motion motion) {
        this.state = state;
        this.motion = motion;
    }

    void set(ControlSequence sequence, boolean isOn) {
        for (int i = 0; i < sequence.count(); i++) {
            switch (sequence.get(i)) {
                case 4 -> state.modes.isInsert = isOn;
                case 20 -> state.modes.isNewLine = isOn;
                default -> {}
            }
        }
    }

    void setPrivate(ControlSequence sequence, boolean isOn) {
        for (int i = 0; i < sequence.count(); i++) {
            int mode = sequence.get(i);
            if (!keyboard(mode, isOn) && !screen(mode, isOn)) {
                mouse(mode, isOn);
            }
        }
    }

    private boolean keyboard(int mode, boolean isOn) {
        ModeFlags modes = state.modes;
        switch (mode) {
            case 1 -> modes.isApplicationCursorKeys = isOn;
            case 66 -> modes.isApplicationKeypad = isOn;
            case 1004 -> modes.isFocusReported = isOn;
            case 2004 -> modes.isBracketedPaste = isOn;
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean screen(int mode, boolean isOn) {
        ModeFlags modes = state.modes;
        switch (mode) {
            case 2 -> ansi(isOn);
            case 6 -> {
                modes.isOrigin = isOn;
                motion.to(0, 0);
            }
            case 7 -> modes.isAutoWrap = isOn;
            case 12 -> modes.isCursorBlinking = isOn;
            case 25 -> modes.isCursorVisible = isOn;
            case 45 -> modes.isReverseWrap = isOn;
            case 47, 1047 -> alternate(isOn);
            case 1048 -> cursor(isOn);
            case 1049 -> {
                if (isOn) {
                    cursor(true);
                }
                alternate(isOn);
                if (!isOn) {
                    cursor(false);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void ansi(boolean isOn) {
        for (int i = 0; isOn && i < 4; i++) {
            state.characterSets.designate(i, 'B');
        }
    }

    private void alternate(boolean isOn) {
        if (isOn) {
            state.enterAlternate();
        } else {
            state.leaveAlternate();
        }
    }

    private void cursor(boolean isSaved) {
        if (isSaved) {
            state.saveCursor();
        } else {
            state.restoreCursor();
            motion.restrict();
        }
    }

    private void mouse(int mode, boolean isOn) {
        ModeFlags modes = state.modes;
        switch (mode) {
            case 9 -> modes.mouse = isOn ? MouseTracking.X10 : MouseTracking.NONE;
            case 1000 -> modes.mouse = isOn ? MouseTracking.VT200 : MouseTracking.NONE;
            case 1002 -> modes.mouse = isOn ? MouseTracking.DRAG : MouseTracking.NONE;
            case 1003 -> modes.mouse = isOn ? MouseTracking.ANY : MouseTracking.NONE;
            case 1005 -> modes.mouseEncoding = isOn ? MouseEncoding.UTF8 : MouseEncoding.LEGACY;
            case 1006 -> modes.mouseEncoding = isOn ? MouseEncoding.SGR : MouseEncoding.LEGACY;
            case 1015 -> modes.mouseEncoding = isOn ? MouseEncoding.URXVT : MouseEncoding.LEGACY;
            default -> {}
        }
    }

    void report(int mode) {
        int answer = switch (mode) {
            case 2 -> ALWAYS_RESET;
            case 4 -> isSet(state.modes.isInsert);
            case 12 -> ALWAYS_SET;
            case 20 -> isSet(state.modes.isNewLine);
            default -> UNKNOWN;
        };
        state.listener.replied("\u001b[" + mode + ";" + answer + "$y");
    }

    void reportPrivate(int mode) {
        state.listener.replied("\u001b[?" + mode + ";" + answer(mode) + "$y");
    }

    private int answer(int mode) {
        ModeFlags modes = state.modes;
        return switch (mode) {
            case 1 -> isSet(modes.isApplicationCursorKeys);
            case 6 -> isSet(modes.isOrigin);
            case 7 -> isSet(modes.isAutoWrap);
            case 8 -> ALWAYS_SET;
            case 1048 -> SET;
            case 9 -> isSet(modes.mouse == MouseTracking.X10);
            case 12 -> isSet(modes.isCursorBlinking);
            case 25 -> isSet(modes.isCursorVisible);
            case 45 -> isSet(modes.isReverseWrap);
            case 47, 1047, 1049 -> isSet(state.isAlternate());
            case 66 -> isSet(modes.isApplicationKeypad);
            case 67 -> ALWAYS_RESET;
            case 1000 -> isSet(modes.mouse == MouseTracking.VT200);
            case 1002 -> isSet(modes.mouse == MouseTracking.DRAG);
            case 1003 -> isSet(modes.mouse == MouseTracking.ANY);
            case 1004 -> isSet(modes.isFocusReported);
            case 1005 -> isSet(modes.mouseEncoding == MouseEncoding.UTF8);
            case 1006 -> isSet(modes.mouseEncoding == MouseEncoding.SGR);
            case 1015 -> isSet(modes.mouseEncoding == MouseEncoding.URXVT);
            case 2004 -> isSet(modes.isBracketedPaste);
            default -> UNKNOWN;
        };
    }

    private static int isSet(boolean isOn) {
        return isOn ? SET : RESET;
    }
}
