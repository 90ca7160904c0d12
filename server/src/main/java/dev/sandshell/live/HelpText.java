package dev.sandshell.live;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads options out of what a program prints for {@code --help}, and of a manual page that has been made such a text. Lines
 * that begin with a dash tell of options; what cannot be read as that is passed over. Pure.
 */
public final class HelpText {
    private static final int MOST_OPTIONS = 400;
    private static final int MOST_DESCRIPTION = 120;
    private static final int MOST_LINE = 400;

    /** All options of a line, and behind a wide gap what is said of them. */
    private static final Pattern LINE = Pattern.compile("^\\s{0,40}(-\\S.*?)(?:\\s{2,}|\\t\\s*|\\z)(.*)$");

    private static final Pattern OPTION =
            Pattern.compile("(?:^|[\\s,|/\\[])(--?[A-Za-z0-9?@#][A-Za-z0-9_.+-]*)(\\[?=)?");

    private HelpText() {}

    /** In the order of the text. */
    public static ImmutableList<CommandOption> options(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size() && found.size() < MOST_OPTIONS; i++) {
            String line = lines.get(i);
            Matcher matcher = LINE.matcher(line.length() > MOST_LINE ? line.substring(0, MOST_LINE) : line);
            if (matcher.matches()) {
                String description = matcher.group(2).isBlank()
                        ? below(lines, i)
                        : matcher.group(2).strip();
                Matcher option = OPTION.matcher(matcher.group(1));
                while (option.find()) {
                    found.putIfAbsent(option.group(1) + (option.group(2) == null ? "" : "="), shortened(description));
                }
            }
        }
        return found.entrySet().stream()
                .map(option -> new CommandOption(option.getKey(), option.getValue()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The next line, where it is not of another option. */
    private static String below(List<String> lines, int at) {
        String next = at + 1 < lines.size() ? lines.get(at + 1).strip() : "";
        return next.startsWith("-") ? "" : next;
    }

    private static String shortened(String description) {
        return description.length() > MOST_DESCRIPTION
                ? description.substring(0, MOST_DESCRIPTION - 1) + "…"
                : description;
    }
}
