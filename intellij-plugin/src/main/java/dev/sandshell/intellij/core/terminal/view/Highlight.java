package dev.sandshell.intellij.core.terminal.view;

/**
 * A part of a row that is to be told from the rest.
 *
 * @param from its first column
 * @param end the one after its last
 */
record Highlight(int from, int end, Kind kind) {
    /** Where two are at one place, the later of these is seen; a link is seen with each. */
    enum Kind {
        FOUND,
        FOUND_NOW,
        SELECTED,
        LINK
    }

    boolean isLink() {
        return kind == Kind.LINK;
    }
}
