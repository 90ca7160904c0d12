package dev.sandshell.syntax;

import org.jspecify.annotations.Nullable;

/**
 * What could be typed at a place of a script. Immutable.
 *
 * @param start where what has been typed of it begins
 * @param typed from there up to the place, as it is written
 * @param command the command whose argument it is; null where it is none, or the command has no plain name
 * @param isQuoted whether the place is in quotes, which begin before {@code start}
 */
public record Cursor(
        Kind kind, int start, String typed, @Nullable String command, boolean isQuoted) {
    /** What is to come there. */
    public enum Kind {
        COMMAND,
        ARGUMENT,
        /** A file, of a redirection or a value. */
        FILE,
        /** After {@code $}. */
        VARIABLE,
        /** After a dollar sign and a brace, which another closes. */
        BRACED_VARIABLE,
        /** By its name alone, as of {@code export}. */
        VARIABLE_NAME,
        /** Nothing that could be known. */
        NOTHING
    }

    static Cursor nothing(int offset) {
        return new Cursor(Kind.NOTHING, offset, "", null, false);
    }
}
