package dev.sandshell.intellij.core.terminal;

/** A colour as a program names it; which one that is on the screen is for the colour scheme to say. */
public sealed interface TerminalColour {
    /** The one that text, or the ground, has where nothing was said. */
    enum Default implements TerminalColour {
        COLOUR
    }

    /** One of the palette, 0 to 255; the first 16 are the scheme's. */
    record Indexed(int index) implements TerminalColour {}

    /** 24 bits: {@code 0xRRGGBB}. */
    record Rgb(int rgb) implements TerminalColour {}
}
