package dev.sandshell.intellij.core.terminal.view;

import java.awt.Font;
import java.awt.RenderingHints;
import java.util.List;

/** The font of a terminal. Asked on the thread of the events; {@link TerminalView#lookChanged} says that it is another one. */
public interface TerminalFonts {
    /** The plain one, in the size of a screen of ordinary density. */
    Font font();

    /** How much of its height a line takes; 1 is what the font says. */
    float lineSpacing();

    /** Where to look for characters that the font does not have. What these do not have either, any font of the machine may. */
    default List<Font> fallbacks() {
        return List.of();
    }

    /** A value of {@link RenderingHints#KEY_TEXT_ANTIALIASING}. */
    default Object antialiasing() {
        return RenderingHints.VALUE_TEXT_ANTIALIAS_ON;
    }
}
