package dev.sandshell.diagnostics;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code [ERROR] /path:[line,column] message}, details below it; once as it comes and once more at the end. */
final class MavenFormat extends FormatOfSeveralLines {
    private static final Pattern SAID =
            Pattern.compile("\\[(ERROR|WARNING)] (?:file:/{0,2}(?=/))?(/[^\\[]+?):\\[?(\\d{1,7})[,:](\\d{1,7})]?:? "
                    + "(?:\\[([\\w-]+)] )?(.+)");

    private static final Pattern DETAIL =
            Pattern.compile("(?:\\[ERROR] )? {2,}((?:symbol|location|required|found|reason): *.*)");

    @Override
    public boolean take(Line line, Consumer<Finding> found) {
        Finding known = begun;
        if (known != null) {
            Matcher detail = DETAIL.matcher(line.text());
            if (detail.matches()) {
                begun = known.saying(known.message() + "\n" + detail.group(1));
                return true;
            }
            end(found);
        }
        if (!line.text().startsWith("[")) {
            return false;
        }
        Matcher said = SAID.matcher(line.text());
        if (said.matches()) {
            begun = new Finding(
                    null,
                    said.group(2),
                    Integer.parseInt(said.group(3)),
                    Integer.parseInt(said.group(4)),
                    Columns.UTF_16_AND_TABS,
                    Severity.of(said.group(1)),
                    "maven",
                    said.group(5),
                    said.group(6));
        }
        return begun != null;
    }
}
