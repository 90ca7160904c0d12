package dev.sandshell.intellij.core.terminal;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a cell looks.
 *
 * @param link where it leads, if the program has said so (OSC 8)
 */
public record CellStyle(
        TerminalColour foreground,
        TerminalColour background,
        Set<Attribute> attributes,
        @Nullable String link) {
    public static final CellStyle PLAIN = new CellStyle(
            TerminalColour.Default.COLOUR, TerminalColour.Default.COLOUR, EnumSet.noneOf(Attribute.class), null);

    /** In the order in which {@code test-fixtures/README.md} lists them. */
    public enum Attribute {
        BOLD,
        DIM,
        ITALIC,
        UNDERLINE,
        BLINK,
        INVERSE,
        INVISIBLE,
        STRIKETHROUGH,
        OVERLINE
    }

    public CellStyle {
        attributes = Set.copyOf(attributes);
    }

    public boolean has(Attribute attribute) {
        return attributes.contains(attribute);
    }
}
