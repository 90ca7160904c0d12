package dev.sandshell.syntax;

/**
 * A name in a script and where it stands.
 *
 * @param end the first place after it
 */
public record Name(Kind kind, String text, int start, int end) {
    /** What it names. */
    public enum Kind {
        COMMAND,
        VARIABLE,
        FUNCTION
    }
}
