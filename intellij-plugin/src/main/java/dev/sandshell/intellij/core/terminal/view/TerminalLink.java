package dev.sandshell.intellij.core.terminal.view;

import java.nio.file.Path;

/** Where a piece of what a terminal shows leads. */
public sealed interface TerminalLink {
    /** An address, as the program wrote or named it (OSC 8); nobody has looked at it yet. */
    record Url(String url) implements TerminalLink {}

    /**
     * A place in a file, which need not exist.
     *
     * @param line from 1 on
     * @param column from 1 on; 0 where none was named
     */
    record FileLocation(Path path, int line, int column) implements TerminalLink {}
}
