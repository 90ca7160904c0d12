package dev.sandshell.intellij.core.terminal.input;

import dev.sandshell.intellij.core.terminal.Modes;

/**
 * What pasted text sends to a program. Ends of lines are those of the Enter key, and control characters become blanks as xterm
 * has it, so that no text can leave the brackets, interrupt a program or end its input.
 */
public final class PastedText {
    private PastedText() {}

    public static String encode(String text, Modes modes) {
        StringBuilder encoded = new StringBuilder(text.length() + 12);
        text.replace("\r\n", "\r").chars().forEach(unit -> encoded.append(pasted((char) unit)));
        return modes.isBracketedPaste() ? "\033[200~" + encoded + "\033[201~" : encoded.toString();
    }

    private static char pasted(char unit) {
        if (unit == '\n' || unit == '\r') {
            return '\r';
        }
        return unit != '\t' && Character.isISOControl(unit) ? ' ' : unit;
    }
}
