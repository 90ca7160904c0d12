package dev.sandshell.intellij.core.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text for an editor of what was meant for a terminal. */
public final class PlainText {
    /** Escape sequences as ECMA-48 has them: CSI, the strings (OSC, DCS, SOS, PM, APC) up to their end, and the short ones. */
    private static final Pattern ESCAPES = Pattern.compile("\\x1b\\[[0-?]*[ -/]*[@-~]"
            + "|\\x1b[\\]PX^_][^\\x07\\x1b]*+(?:\\x07|\\x1b\\\\|\\z)"
            + "|\\x1b[ -/]*[0-~]|\\x1b\\z");

    private static final Pattern LINE_ENDS = Pattern.compile("\\r+\\n");

    private PlainText() {}

    /** The same with no escape sequence in it. */
    public static String stripEscapes(String text) {
        return ESCAPES.matcher(text).replaceAll("");
    }

    /** What a terminal has been sent: without escape sequences, and with what a line was last. */
    public static String withoutEscapes(String text) {
        String lines = LINE_ENDS.matcher(stripEscapes(text)).replaceAll("\n");
        return Stream.of(lines.split("\n", -1)).map(PlainText::lastVersion).collect(Collectors.joining("\n"));
    }

    /** Programs that show their progress write a line again and again from its beginning; the last one counts. */
    private static String lastVersion(String line) {
        String shown = "";
        for (String version : line.split("\r", -1)) {
            // What is shorter leaves the rest of what was there before.
            if (!version.isEmpty()) {
                shown = version.length() < shown.length() ? version + shown.substring(version.length()) : version;
            }
        }
        return shown.indexOf('\b') < 0 ? shown : withBackspaces(shown);
    }

    private static String withBackspaces(String line) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        for (int character : line.codePoints().toArray()) {
            if (character == '\b') {
                at = Math.max(0, at - 1);
            } else if (at < cells.size()) {
                cells.set(at++, Character.toString(character));
            } else {
                cells.add(Character.toString(character));
                at++;
            }
        }
        return String.join("", cells);
    }
}
