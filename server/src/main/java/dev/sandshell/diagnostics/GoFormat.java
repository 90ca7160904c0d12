package dev.sandshell.diagnostics;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** {@code path.go:line:column: message} of the compiler and vet, {@code path_test.go:line: message} of a test. */
final class GoFormat implements Format {
    private static final String VET = "vet: ";

    /** What a test says is indented by four, and by four more in each test within a test. */
    private static final int INDENT = 4;

    private static final Pattern OTHERS = Pattern.compile("(?:error|warning|note|info): .*");

    @Override
    public boolean take(Line line, Consumer<Finding> found) {
        Location at = line.location();
        if (at == null || !at.path().endsWith(".go") || at.rest().isEmpty()) {
            return false;
        }
        boolean isOfTest =
                at.column() == 0 && at.path().endsWith("_test.go") && at.indent() > 0 && at.indent() % INDENT == 0;
        boolean isOfCompiler = at.column() > 0 && at.indent() == 0;
        if ((!isOfTest && !isOfCompiler) || OTHERS.matcher(at.rest()).matches()) {
            return false;
        }
        String path = at.path().startsWith(VET) ? at.path().substring(VET.length()) : at.path();
        found.accept(
                new Finding(null, path, at.line(), at.column(), Columns.BYTES, Severity.ERROR, "go", null, at.rest()));
        return true;
    }
}
