package dev.sandshell.intellij.core.terminal.view;

import org.jspecify.annotations.Nullable;

/** The clipboards of a desktop. Asked on the thread of the events. */
public interface TerminalClipboard {
    void copy(String text);

    /** What was copied last; nothing if that is no text. */
    @Nullable
    String paste();

    /** Where what is selected is copied to by itself (X11); goes nowhere on other desktops. */
    void select(String text);

    /** What is selected somewhere; nothing on other desktops. */
    @Nullable
    String selected();
}
