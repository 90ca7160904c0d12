package dev.sandshell.language;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return new Reading(lines).commands();
    }

    /** Of each line what of it is typed, which is its end; of what was output, nothing. */
    static ImmutableList<Optional<String>> typedOf(List<String> lines) {
        return new Reading(lines).typed();
    }

    private static final class Reading {
        private final List<String> commands = new ArrayList<>();
        private final List<Optional<String>> typed = new ArrayList<>();

        Reading(List<String> lines) {
            String prompt = lines.stream().anyMatch(line -> line.startsWith("$ ")) ? "$ " : "# ";
            int length = 0;
            for (String line : lines) {
                // npm, for one, begins its output with "> ", so that only an unfinished command is continued.
                if (line.startsWith(prompt)) {
                    commands.add(line.substring(prompt.length()));
                    typed.add(Optional.of(last(commands)));
                    length = 1;
                } else if (length > 0 && length < MOST_LINES && UnfinishedCommand.is(last(commands))) {
                    String more = continued(line);
                    commands.set(commands.size() - 1, last(commands) + "\n" + more);
                    typed.add(Optional.of(more));
                    length++;
                } else {
                    typed.add(Optional.empty());
                    length = 0;
                }
            }
        }

        ImmutableList<String> commands() {
            return ImmutableList.copyOf(commands);
        }

        ImmutableList<Optional<String>> typed() {
            return ImmutableList.copyOf(typed);
        }
    }

    private static String last(List<String> texts) {
        return texts.get(texts.size() - 1);
    }

    private static String continued(String line) {
        if (line.startsWith("> ")) {
            return line.substring(2);
        }
        return line.equals(">") ? "" : line;
    }
}
