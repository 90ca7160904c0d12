package dev.sandshell.diagnostics;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Path.java:line: error: message}, the line itself, a caret below it, and details that are indented by two. */
final class JavacFormat extends FormatOfSeveralLines {
    private static final Pattern SAID = Pattern.compile("(error|warning): (?:\\[([\\w-]+)] )?(.+)");
    private static final Pattern DETAIL = Pattern.compile("  (?:symbol|location|required|found|reason): .*");
    private static final int MOST_LINES = 12;

    private int lines;

    @Override
    public boolean take(Line line, Consumer<Finding> found) {
        Location at = line.location();
        Matcher said = at == null || at.column() > 0 || !at.path().endsWith(".java") ? null : SAID.matcher(at.rest());
        if (at != null && said != null && said.matches()) {
            end(found);
            lines = 0;
            begun = new Finding(
                    null,
                    at.path(),
                    at.line(),
                    0,
                    Columns.UTF_16,
                    Severity.of(said.group(1)),
                    "javac",
                    said.group(2),
                    said.group(3));
            return true;
        }
        Finding known = begun;
        if (known == null) {
            return false;
        }
        lines++;
        String text = line.text();
        if (known.column() == 0 && lines > 1 && text.strip().equals("^")) {
            begun = known.at(known.path(), known.line(), text.indexOf('^') + 1);
        } else if (known.column() > 0 && DETAIL.matcher(text).matches()) {
            begun = known.saying(known.message() + "\n" + text.strip());
        } else if ((known.column() > 0 && !text.startsWith("  ")) || lines >= MOST_LINES) {
            end(found);
            return false;
        }
        return true;
    }
}
