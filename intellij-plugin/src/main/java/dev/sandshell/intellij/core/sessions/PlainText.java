package dev.sandshell.intellij.core.sessions;

/** Text for an editor of what was meant for a terminal. */
public final class PlainText {
    private PlainText() {}

    /** The same with no escape sequence in it. */
    public static String stripEscapes(String text) {
        throw new UnsupportedOperationException();
    }

    /** What a terminal has been sent: without escape sequences, and with what a line was last. */
    public static String withoutEscapes(String text) {
        throw new UnsupportedOperationException();
    }
}
