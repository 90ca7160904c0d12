package dev.sandshell.intellij.core.terminal.view;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** Fonts and colours as they are until one of them changes: what a painter needs of the owner's. */
final class Look {
    private final CellMetrics metrics;
    private final CellColours colours;
    private final TerminalColours scheme;
    private final Object antialiasing;
    private final List<FontFace> faces = new ArrayList<>();
    private final FittedText fitted;

    Look(TerminalFonts fonts, TerminalColours scheme, double scale) {
        metrics = CellMetrics.of(fonts, scale);
        colours = new CellColours(scheme);
        this.scheme = scheme;
        antialiasing = fonts.antialiasing();
        for (int style : new int[] {Font.PLAIN, Font.BOLD, Font.ITALIC, Font.BOLD | Font.ITALIC}) {
            faces.add(new FontFace(metrics, style));
        }
        fitted = new FittedText(metrics, fonts.fallbacks());
    }

    CellMetrics metrics() {
        return metrics;
    }

    CellColours colours() {
        return colours;
    }

    TerminalColours scheme() {
        return scheme;
    }

    Object antialiasing() {
        return antialiasing;
    }

    FontFace face(boolean isBold, boolean isItalic) {
        return faces.get((isBold ? Font.BOLD : Font.PLAIN) | (isItalic ? Font.ITALIC : Font.PLAIN));
    }

    FittedText fitted() {
        return fitted;
    }
}
