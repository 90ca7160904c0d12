package dev.sandshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a terminal has been sent, as the rows that it shows where nothing has moved its cursor to another. Pure. */
final class PlainText {
    /** Sequences as ECMA-48 has them: controls, strings up to their end, and the short ones. Linear: nothing backtracks. */
    private static final Pattern SEQUENCE = Pattern.compile(
            "\\x1b(?:\\[[0-?]*+[ -/]*+[@-~]|[\\]PX^_][^\\x07\\x1b]*+(?:\\x07|\\x1b\\\\|\\z)|[ -/]*+[0-~]|\\z)");

    private PlainText() {}

    /** Its rows, each as it was last: what is written again from the beginning covers what was there. */
    static List<String> rows(String sent) {
        List<String> rows = new ArrayList<>();
        for (String row : SEQUENCE.matcher(sent).replaceAll("").split("\n", -1)) {
            rows.add(lastVersion(row));
        }
        return rows;
    }

    private static String lastVersion(String row) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\r') {
                at = 0;
            } else if (c == '\b') {
                at = Math.max(0, at - 1);
            } else {
                if (at < shown.length()) {
                    shown.setCharAt(at, c);
                } else {
                    shown.append(c);
                }
                at++;
            }
        }
        return shown.toString();
    }
}
