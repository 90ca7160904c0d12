package dev.sandshell.diagnostics;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code stylish}, where the file stands above what was found in it, and {@code unix}, where it is on each line. */
final class EslintFormat implements Format {
    private static final Pattern STYLISH =
            Pattern.compile(" {2,}(\\d{1,7}):(\\d{1,7}) +(error|warning) +(\\S.*?)(?: {2,}(\\S+))?");
    private static final Pattern FILE = Pattern.compile("\\S.*[./].*");
    private static final Pattern UNIX = Pattern.compile("(.+) \\[(Error|Warning)(?:/(.+))?]");

    private String file = "";
    private String lastOfFile = "";

    @Override
    public boolean take(Line line, Consumer<Finding> found) {
        return stylish(line, found) || unix(line, found);
    }

    private boolean stylish(Line line, Consumer<Finding> found) {
        if (!line.text().startsWith("  ")) {
            return false;
        }
        Matcher said = STYLISH.matcher(line.text());
        if (!said.matches()) {
            return false;
        }
        if (!line.previous().equals(lastOfFile)) {
            file = FILE.matcher(line.previous()).matches() ? line.previous() : "";
        }
        lastOfFile = line.text();
        if (!file.isEmpty()) {
            found.accept(new Finding(
                    null,
                    file,
                    Integer.parseInt(said.group(1)),
                    Integer.parseInt(said.group(2)),
                    Columns.UTF_16,
                    Severity.of(said.group(3)),
                    "eslint",
                    said.group(5),
                    said.group(4)));
        }
        return true;
    }

    private static boolean unix(Line line, Consumer<Finding> found) {
        Location at = line.location();
        if (at == null || at.column() == 0 || !at.rest().endsWith("]")) {
            return false;
        }
        Matcher said = UNIX.matcher(at.rest());
        if (!said.matches()) {
            return false;
        }
        found.accept(new Finding(
                null,
                at.path(),
                at.line(),
                at.column(),
                Columns.UTF_16,
                Severity.of(said.group(2)),
                "eslint",
                said.group(3),
                said.group(1)));
        return true;
    }
}
