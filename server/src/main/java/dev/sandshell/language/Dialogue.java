package dev.sandshell.language;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** A dialogue with a shell, as documents show it. Pure. */
final class Dialogue {
    /** How many lines one command may have; what goes on for longer is an open quote in what was output. */
    private static final int MOST_LINES = 500;

    private Dialogue() {}

    /**
     * What is typed: the lines behind a prompt, {@code $ } or root's {@code # }, and those that continue them, with or
     * without {@code > }. All else is output. Where there is a {@code $ }, a {@code # } is a comment of the author's.
     */
    static ImmutableList<String> typedIn(List<String> lines) {
        String prompt = lines.stream().anyMatch(line -> line.startsWith("$ ")) ? "$ " : "# ";
        List<String> commands = new ArrayList<>();
        int length = 0;
        for (String line : lines) {
            // npm, for one, begins its output with "> ", so that only an unfinished command is continued.
            if (line.startsWith(prompt)) {
                commands.add(line.substring(prompt.length()));
                length = 1;
            } else if (length > 0 && length < MOST_LINES && UnfinishedCommand.is(last(commands))) {
                commands.set(commands.size() - 1, last(commands) + "\n" + continued(line));
                length++;
            } else {
                length = 0;
            }
        }
        return ImmutableList.copyOf(commands);
    }

    private static String last(List<String> commands) {
        return commands.get(commands.size() - 1);
    }

    private static String continued(String line) {
        if (line.startsWith("> ")) {
            return line.substring(2);
        }
        return line.equals(">") ? "" : line;
    }
}
