package dev.sandshell.intellij.core.terminal.input;

import dev.sandshell.intellij.core.terminal.Modes;

/** What the keyboard's coming and going sends to a program that has asked for it. */
public final class FocusReport {
    private FocusReport() {}

    /** What is sent; empty if the program does not want to know. */
    public static String encode(boolean isFocused, Modes modes) {
        if (!modes.isFocusReported()) {
            return "";
        }
        return isFocused ? "\033[I" : "\033[O";
    }
}
