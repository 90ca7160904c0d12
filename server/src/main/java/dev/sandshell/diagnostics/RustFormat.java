package dev.sandshell.diagnostics;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** rustc's, and with that cargo's: {@code error[E0308]: message}, and {@code --> path:line:column} below it. */
final class RustFormat implements Format {
    private static final Pattern SAID = Pattern.compile("(error|warning)(?:\\[([\\w:]+)])?: (.+)");
    private static final Pattern ARROW = Pattern.compile(" *--> (.+):(\\d{1,7}):(\\d{1,7})");

    private @Nullable Finding begun;

    @Override
    public boolean take(Line line, Consumer<Finding> found) {
        String text = line.text();
        if (text.startsWith("error") || text.startsWith("warning")) {
            Matcher said = SAID.matcher(text);
            begun = said.matches()
                    ? new Finding(
                            null,
                            "",
                            0,
                            0,
                            Columns.CODE_POINTS,
                            Severity.of(said.group(1)),
                            "rustc",
                            said.group(2),
                            said.group(3))
                    : null;
            return begun != null;
        }
        Finding known = begun;
        if (known == null || !text.contains("--> ")) {
            return false;
        }
        Matcher arrow = ARROW.matcher(text);
        if (!arrow.matches()) {
            return false;
        }
        found.accept(known.at(arrow.group(1), Integer.parseInt(arrow.group(2)), Integer.parseInt(arrow.group(3))));
        // What comes with further arrows belongs to the same finding.
        begun = null;
        return true;
    }
}
