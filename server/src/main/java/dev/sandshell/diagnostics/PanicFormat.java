package dev.sandshell.diagnostics;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a Rust program, such as a test, has panicked; the message is on the next line. */
final class PanicFormat extends FormatOfSeveralLines {
    private static final Pattern PANIC =
            Pattern.compile("thread '.*' (?:\\(\\d+\\) )?panicked at (.+):(\\d{1,7}):(\\d{1,7}):");

    @Override
    public boolean take(Line line, Consumer<Finding> found) {
        Finding known = begun;
        if (known != null) {
            found.accept(known.saying(line.text().strip()));
            begun = null;
            return true;
        }
        if (!line.text().startsWith("thread '")) {
            return false;
        }
        Matcher panic = PANIC.matcher(line.text());
        if (panic.matches()) {
            begun = new Finding(
                    null,
                    panic.group(1),
                    Integer.parseInt(panic.group(2)),
                    Integer.parseInt(panic.group(3)),
                    Columns.CODE_POINTS,
                    Severity.ERROR,
                    "rust",
                    null,
                    "panicked");
        }
        return begun != null;
    }
}
