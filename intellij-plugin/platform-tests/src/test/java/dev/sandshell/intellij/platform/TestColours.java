package dev.sandshell.intellij.platform;

import com.intellij.execution.process.ConsoleHighlighter;
import com.intellij.execution.ui.ConsoleViewContentType;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.editor.colors.EditorColors;
import com.intellij.openapi.editor.colors.EditorColorsManager;
import com.intellij.openapi.editor.colors.EditorColorsScheme;
import com.intellij.openapi.editor.colors.TextAttributesKey;
import com.intellij.openapi.editor.colors.impl.EditorColorsSchemeImpl;
import com.intellij.openapi.editor.colors.impl.EmptyColorScheme;
import com.intellij.openapi.editor.colors.impl.FontPreferencesImpl;
import com.intellij.openapi.editor.markup.TextAttributes;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two schemes with the colours of the IDE's own light and dark one. */
final class TestColours extends EditorColorsManager {
    private static final List<TextAttributesKey> PALETTE = List.of(
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

    private final EditorColorsScheme light = scheme(0x080808, 0xFFFFFF, 0xA6D2FF, new int[] {
        0x000000, 0xCD0000, 0x00A33F, 0xA68A0D, 0x0033B3, 0xA347B3, 0x0080A3, 0x555555,
        0x808080, 0xFF4050, 0x4FC414, 0xE5BF00, 0x1FB0FF, 0xED7EED, 0x00E5E5, 0xFFFFFF
    });
    private final EditorColorsScheme dark = scheme(0xBBBBBB, 0x2B2B2B, 0x214283, new int[] {
        0x000000, 0xFF6B68, 0xA8C023, 0xD6BF55, 0x5394EC, 0xAE8ABE, 0x299999, 0xBBBBBB,
        0x555555, 0xFF8785, 0xA8C023, 0xFFFF00, 0x7EAEF1, 0xFF99FF, 0x6CDADA, 0xFFFFFF
    });

    private EditorColorsScheme global = dark;

    EditorColorsScheme light() {
        return light;
    }

    EditorColorsScheme dark() {
        return dark;
    }

    private static EditorColorsScheme scheme(int text, int ground, int selection, int[] palette) {
        EditorColorsSchemeImpl scheme = new EditorColorsSchemeImpl(EmptyColorScheme.INSTANCE);
        FontPreferencesImpl fonts = new FontPreferencesImpl();
        fonts.register("DejaVu Sans Mono", 13);
        fonts.setLineSpacing(1.0f);
        scheme.setConsoleFontPreferences(fonts);
        scheme.setFontPreferences(fonts);
        scheme.setColor(ConsoleViewContentType.CONSOLE_BACKGROUND_KEY, new Color(ground));
        scheme.setColor(EditorColors.CARET_COLOR, new Color(text));
        scheme.setColor(EditorColors.SELECTION_BACKGROUND_COLOR, new Color(selection));
        scheme.setAttributes(ConsoleViewContentType.NORMAL_OUTPUT_KEY, coloured(text));
        for (int index = 0; index < palette.length; index++) {
            scheme.setAttributes(PALETTE.get(index), coloured(palette[index]));
        }
        return scheme;
    }

    private static TextAttributes coloured(int rgb) {
        return new TextAttributes(new Color(rgb), null, null, null, Font.PLAIN);
    }

    @Override
    public void setGlobalScheme(EditorColorsScheme scheme) {
        global = scheme;
        ApplicationManager.getApplication().getMessageBus().syncPublisher(TOPIC).globalSchemeChange(scheme);
    }

    @Override
    public EditorColorsScheme getGlobalScheme() {
        return global;
    }

    @Override
    public void addColorsScheme(EditorColorsScheme scheme) {}

    @Override
    public void removeAllSchemes() {}

    @Override
    public EditorColorsScheme[] getAllSchemes() {
        return new EditorColorsScheme[] {light, dark};
    }

    @Override
    public @Nullable EditorColorsScheme getScheme(String name) {
        return null;
    }

    @Override
    public boolean isDefaultScheme(EditorColorsScheme scheme) {
        return true;
    }

    @Override
    public boolean isUseOnlyMonospacedFonts() {
        return true;
    }

    @Override
    public void setUseOnlyMonospacedFonts(boolean isOnly) {}
}
