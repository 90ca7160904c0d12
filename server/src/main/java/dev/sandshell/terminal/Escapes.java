package dev.sandshell.terminal;

import java.util.regex.Pattern;

/** What a text tells a terminal beside what it shows (ECMA-48): control sequences, and strings such as titles and links. */
public final class Escapes {
    private static final Pattern ESCAPE =
            Pattern.compile("\\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)?|[@-Z\\\\^_])");

    private Escapes() {}

    /** The text without them. */
    public static String removed(String text) {
        return ESCAPE.matcher(text).replaceAll("");
    }
}
