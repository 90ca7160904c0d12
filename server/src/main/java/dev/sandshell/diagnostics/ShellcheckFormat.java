package dev.sandshell.diagnostics;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code In path line 3:}, the line itself, and below it {@code ^-- SC2086 (info): message} for each finding. */
final class ShellcheckFormat implements Format {
    private static final Pattern IN = Pattern.compile("In (.+) line (\\d{1,7}):");
    private static final Pattern SAID =
            Pattern.compile("( *)\\^-+\\^? (SC\\d+) \\((error|warning|info|style)\\): (.+)");

    private String path = "";
    private int number;

    @Override
    public boolean take(Line line, Consumer<Finding> found) {
        String text = line.text();
        if (text.startsWith("In ")) {
            Matcher in = IN.matcher(text);
            if (in.matches()) {
                path = in.group(1);
                number = Integer.parseInt(in.group(2));
                return true;
            }
        }
        if (path.isEmpty() || text.indexOf('^') < 0) {
            return false;
        }
        Matcher said = SAID.matcher(text);
        if (!said.matches()) {
            return false;
        }
        found.accept(new Finding(
                null,
                path,
                number,
                said.group(1).length() + 1,
                Columns.CODE_POINTS_AND_TABS,
                Severity.of(said.group(3)),
                "shellcheck",
                said.group(2),
                said.group(4)));
        return true;
    }
}
