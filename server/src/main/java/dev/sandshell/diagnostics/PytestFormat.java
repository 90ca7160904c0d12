package dev.sandshell.diagnostics;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A failure as pytest tells it: what was raised on lines that begin with {@code E}, and {@code path.py:line: Kind} after
 * them, or with {@code --tb=short} {@code path.py:line: in name} before them; and its summary of warnings.
 */
final class PytestFormat implements Format {
    /** What was raised, on the first line of it; the lines after that are indented further. */
    private static final Pattern RAISED = Pattern.compile("E {3,}((?:\\w+\\.)*[A-Z]\\w*(?:: .*)?|assert .+)");

    private static final Pattern FILE = Pattern.compile("E +File \"(.+)\", line (\\d{1,7})");
    private static final Pattern FRAME = Pattern.compile("in \\S+");
    private static final Pattern KIND = Pattern.compile("(?:\\w+\\.)*[A-Z]\\w*");
    private static final Pattern WARNING = Pattern.compile("((?:\\w+\\.)*[A-Z]\\w*Warning): (.+)");

    private record Frame(String path, int line) {}

    private @Nullable Frame frame;
    private @Nullable String raised;

    @Override
    public boolean take(Line line, Consumer<Finding> found) {
        return line.text().startsWith("E  ") ? error(line.text(), found) : located(line.location(), found);
    }

    private boolean error(String text, Consumer<Finding> found) {
        Matcher file = FILE.matcher(text);
        Matcher said = RAISED.matcher(text);
        if (file.matches()) {
            frame = new Frame(file.group(1), Integer.parseInt(file.group(2)));
        } else if (said.matches()) {
            Frame at = frame;
            if (at != null) {
                found.accept(finding(at, Severity.ERROR, null, said.group(1)));
                frame = null;
            } else if (raised == null) {
                raised = said.group(1);
            }
        }
        return true;
    }

    private boolean located(@Nullable Location at, Consumer<Finding> found) {
        if (at == null || at.column() > 0 || !at.path().endsWith(".py")) {
            return false;
        }
        Frame here = new Frame(at.path(), at.line());
        Matcher warning = WARNING.matcher(at.rest());
        if (at.indent() == 0 && FRAME.matcher(at.rest()).matches()) {
            frame = here;
            raised = null;
        } else if (warning.matches()) {
            found.accept(finding(here, Severity.WARNING, warning.group(1), warning.group(2)));
        } else if (at.indent() == 0 && KIND.matcher(at.rest()).matches()) {
            found.accept(finding(here, Severity.ERROR, null, raised == null ? at.rest() : raised));
            raised = null;
        } else {
            return false;
        }
        return true;
    }

    private static Finding finding(Frame at, Severity severity, @Nullable String code, String message) {
        return new Finding(null, at.path(), at.line(), 0, Columns.UTF_16, severity, "pytest", code, message);
    }
}
