package dev.sandshell.intellij.core.terminal.view;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/** The colour scheme of a terminal. Asked on the thread of the events; {@link TerminalView#lookChanged} says that it is another one. */
public interface TerminalColours {
    Color foreground();

    Color background();

    /** Those that programs call 0 to 15. */
    Color palette(int index);

    Color cursor();

    /** The ground of what is selected. */
    Color selection();

    /** The text on it; nothing leaves it as it is. */
    @Nullable
    Color selectedText();

    /** The ground of what was found, and of the occurrence that one is at. */
    Color found();

    Color foundNow();

    /** A link under the mouse. */
    Color link();
}
