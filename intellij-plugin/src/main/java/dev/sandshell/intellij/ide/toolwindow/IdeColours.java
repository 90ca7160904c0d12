package dev.sandshell.intellij.ide.toolwindow;

import com.intellij.execution.process.ConsoleHighlighter;
import com.intellij.execution.ui.ConsoleViewContentType;
import com.intellij.openapi.editor.colors.ColorKey;
import com.intellij.openapi.editor.colors.EditorColors;
import com.intellij.openapi.editor.colors.EditorColorsManager;
import com.intellij.openapi.editor.colors.EditorColorsScheme;
import com.intellij.openapi.editor.colors.TextAttributesKey;
import com.intellij.openapi.editor.markup.TextAttributes;
import dev.sandshell.intellij.core.terminal.view.TerminalColours;
import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The colours of the IDE's scheme, as its consoles have them. */
final class IdeColours implements TerminalColours {
    private final List<TextAttributesKey> palette = List.of(
            ConsoleHighlighter.BLACK,
            ConsoleHighlighter.RED,
            ConsoleHighlighter.GREEN,
            ConsoleHighlighter.YELLOW,
            ConsoleHighlighter.BLUE,
            ConsoleHighlighter.MAGENTA,
            ConsoleHighlighter.CYAN,
            ConsoleHighlighter.GRAY,
            ConsoleHighlighter.DARKGRAY,
            ConsoleHighlighter.RED_BRIGHT,
            ConsoleHighlighter.GREEN_BRIGHT,
            ConsoleHighlighter.YELLOW_BRIGHT,
            ConsoleHighlighter.BLUE_BRIGHT,
            ConsoleHighlighter.MAGENTA_BRIGHT,
            ConsoleHighlighter.CYAN_BRIGHT,
            ConsoleHighlighter.WHITE);

    @Override
    public Color foreground() {
        return of(
                ConsoleViewContentType.NORMAL_OUTPUT_KEY,
                TextAttributes::getForegroundColor,
                scheme().getDefaultForeground());
    }

    @Override
    public Color background() {
        return of(ConsoleViewContentType.CONSOLE_BACKGROUND_KEY, scheme().getDefaultBackground());
    }

    @Override
    public Color palette(int index) {
        return of(palette.get(index), TextAttributes::getForegroundColor, foreground());
    }

    @Override
    public Color cursor() {
        return of(EditorColors.CARET_COLOR, foreground());
    }

    @Override
    public Color selection() {
        return of(EditorColors.SELECTION_BACKGROUND_COLOR, Color.LIGHT_GRAY);
    }

    @Override
    public @Nullable Color selectedText() {
        return scheme().getColor(EditorColors.SELECTION_FOREGROUND_COLOR);
    }

    @Override
    public Color found() {
        return of(EditorColors.TEXT_SEARCH_RESULT_ATTRIBUTES, TextAttributes::getBackgroundColor, selection());
    }

    @Override
    public Color foundNow() {
        return of(EditorColors.WRITE_SEARCH_RESULT_ATTRIBUTES, TextAttributes::getBackgroundColor, selection());
    }

    @Override
    public Color link() {
        return of(EditorColors.REFERENCE_HYPERLINK_COLOR, TextAttributes::getForegroundColor, foreground());
    }

    private static EditorColorsScheme scheme() {
        return EditorColorsManager.getInstance().getGlobalScheme();
    }

    private static Color of(ColorKey key, Color otherwise) {
        Color colour = scheme().getColor(key);
        return colour == null ? otherwise : colour;
    }

    private static Color of(TextAttributesKey key, Function<TextAttributes, @Nullable Color> part, Color otherwise) {
        TextAttributes attributes = scheme().getAttributes(key);
        Color colour = attributes == null ? null : part.apply(attributes);
        return colour == null ? otherwise : colour;
    }
}
