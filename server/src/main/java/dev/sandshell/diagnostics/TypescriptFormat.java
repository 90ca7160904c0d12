package dev.sandshell.diagnostics;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code path(line,column): error TS2322: message}, and {@code path:line:column - error …} where it is pretty. */
final class TypescriptFormat implements Format {
    private static final Pattern SAID = Pattern.compile("(error|warning|message) (TS\\d+): (.+)");

    @Override
    public boolean take(Line line, Consumer<Finding> found) {
        Location at = line.location();
        if (at == null || at.column() == 0) {
            return false;
        }
        Matcher said = SAID.matcher(at.rest());
        if (!said.matches()) {
            return false;
        }
        found.accept(new Finding(
                null,
                at.path(),
                at.line(),
                at.column(),
                Columns.UTF_16,
                Severity.of(said.group(1)),
                "tsc",
                said.group(2),
                said.group(3)));
        return true;
    }
}
