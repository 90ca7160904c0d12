package dev.sandshell.language;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a text, whatever they end with. Pure. */
final class TextLines {
    private static final Pattern END = Pattern.compile("\r\n|\n|\r");

    private TextLines() {}

    /** Without their ends. What is behind the last end is one too. */
    static List<String> of(String text) {
        return Arrays.asList(END.split(text, -1));
    }

    /** How many ends of lines there are. */
    static long ends(String text) {
        return END.matcher(text).results().count();
    }
}
