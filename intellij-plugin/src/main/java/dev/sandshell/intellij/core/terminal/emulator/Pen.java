package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.CellStyle.Attribute;
import dev.sandshell.intellij.core.terminal.TerminalColour;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** What characters are written with from now on. */
final class Pen {
    /** A pen as it was once; without the link, which belongs to the text and not to the cursor. */
    record Saved(
            TerminalColour foreground,
            TerminalColour background,
            EnumSet<Attribute> attributes,
            boolean isProtecting) {}

    private static final TerminalColour NONE = TerminalColour.Default.COLOUR;

    private final Styles styles = new Styles();
    private final EnumSet<Attribute> attributes = EnumSet.noneOf(Attribute.class);
    private TerminalColour foreground = NONE;
    private TerminalColour background = NONE;
    private boolean isProtecting;
    private @Nullable String link;

    /** The style and the eraser's, as far as they are known since the last change. */
    private @Nullable CellStyle style;

    private @Nullable CellStyle eraser;

    CellStyle style() {
        if (style == null) {
            style = styles.same(new CellStyle(foreground, background, attributes, link));
        }
        return style;
    }

    /** How a cell looks that is erased: it keeps the ground. */
    CellStyle eraser() {
        if (eraser == null) {
            eraser = styles.same(new CellStyle(NONE, background, EnumSet.noneOf(Attribute.class), null));
        }
        return eraser;
    }

    /** Whether what is written withstands selective erasure (DECSCA). */
    boolean isProtecting() {
        return isProtecting;
    }

    void protect(boolean isOn) {
        isProtecting = isOn;
    }

    void set(Attribute attribute, boolean isOn) {
        if (isOn ? attributes.add(attribute) : attributes.remove(attribute)) {
            style = null;
        }
    }

    void foreground(TerminalColour colour) {
        foreground = colour;
        style = null;
    }

    void background(TerminalColour colour) {
        background = colour;
        style = null;
        eraser = null;
    }

    void link(@Nullable String uri) {
        link = uri;
        style = null;
    }

    /** SGR 0: all but the link. */
    void clear() {
        attributes.clear();
        isProtecting = false;
        foreground(NONE);
        background(NONE);
    }

    Saved save() {
        return new Saved(foreground, background, EnumSet.copyOf(attributes), isProtecting);
    }

    void restore(Saved saved) {
        attributes.clear();
        attributes.addAll(saved.attributes());
        isProtecting = saved.isProtecting();
        foreground(saved.foreground());
        background(saved.background());
    }
}
