package dev.sandshell.diagnostics;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a Rust program, such as a test, has panicked; the message is on the next line. */
final class PanicFormat implements Format {
    private static final Pattern PANIC =
            Pattern.compile("thread '.*' (?:\\(\\d+\\) )?panicked at (.+):(\\d{1,7}):(\\d{1,7}):");

    private @Nullable Finding begun;

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

    @Override
    public boolean isWithin() {
        return begun != null;
    }

    @Override
    public void end(Consumer<Finding> found) {
        if (begun != null) {
            found.accept(begun);
            begun = null;
        }
    }
}
