package dev.sandshell.live;

/**
 * Something that could be typed at a place.
 *
 * @param text what is put there, quoted as the place needs it
 * @param detail its value, or what it is; may be empty
 * @param source where it is from, in a word or two
 */
public record Offer(Kind kind, String label, String text, String detail, String source) {
    /** What it is; in this order they are offered. */
    public enum Kind {
        OWN_FUNCTION,
        OWN_VARIABLE,
        FUNCTION,
        VARIABLE,
        ALIAS,
        KEYWORD,
        BUILTIN,
        FOLDER,
        FILE,
        OPTION,
        COMMAND
    }
}
