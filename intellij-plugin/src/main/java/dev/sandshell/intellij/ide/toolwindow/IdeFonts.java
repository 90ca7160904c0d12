package dev.sandshell.intellij.ide.toolwindow;

import com.intellij.openapi.editor.colors.EditorColorsManager;
import com.intellij.openapi.editor.colors.EditorColorsScheme;
import com.intellij.openapi.editor.colors.EditorFontType;
import dev.sandshell.intellij.core.terminal.view.TerminalFonts;
import dev.sandshell.intellij.ide.settings.SandshellSettings;
import java.awt.Font;
import java.util.List;

/** The font of the IDE's consoles, or the one of the settings. */
final class IdeFonts implements TerminalFonts {
    @Override
    public Font font() {
        return SandshellSettings.get().fontOr(scheme().getFont(EditorFontType.CONSOLE_PLAIN));
    }

    @Override
    public float lineSpacing() {
        return scheme().getConsoleLineSpacing();
    }

    @Override
    public List<Font> fallbacks() {
        int size = font().getSize();
        return scheme().getConsoleFontPreferences().getEffectiveFontFamilies().stream()
                .map(family -> new Font(family, Font.PLAIN, size))
                .toList();
    }

    private static EditorColorsScheme scheme() {
        return EditorColorsManager.getInstance().getGlobalScheme();
    }
}
