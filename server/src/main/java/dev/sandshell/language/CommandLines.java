package dev.sandshell.language;

import java.util.Optional;

/** The lines of a command that do something. Pure. */
public final class CommandLines {
    private CommandLines() {}

    /** The first that is neither empty nor a comment, without the blanks around it; nothing where there is none. */
    public static Optional<String> first(String command) {
        return command.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst();
    }
}
