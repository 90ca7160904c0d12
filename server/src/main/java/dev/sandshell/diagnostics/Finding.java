package dev.sandshell.diagnostics;

import org.jspecify.annotations.Nullable;

/**
 * What a tool has said about a place in a file, in its own terms. Immutable.
 *
 * @param folder the folder that a relative path starts from, where the output has named one
 * @param path as the tool has it
 * @param line from 1
 * @param column from 1, or 0 where it names none
 * @param columns what the tool counts
 * @param source the tool, or null where the line does not tell
 * @param code the rule that is broken, by the tool's name for it
 */
public record Finding(
        @Nullable String folder,
        String path,
        int line,
        int column,
        Columns columns,
        Severity severity,
        @Nullable String source,
        @Nullable String code,
        String message) {

    /** The most of a message that is kept. */
    private static final int LONGEST_MESSAGE = 1_000;

    public Finding {
        message = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
    }

    Finding at(String newPath, int newLine, int newColumn) {
        return new Finding(folder, newPath, newLine, newColumn, columns, severity, source, code, message);
    }

    Finding saying(String newMessage) {
        return new Finding(folder, path, line, column, columns, severity, source, code, newMessage);
    }

    Finding in(@Nullable String newFolder) {
        return new Finding(newFolder, path, line, column, columns, severity, source, code, message);
    }
}
