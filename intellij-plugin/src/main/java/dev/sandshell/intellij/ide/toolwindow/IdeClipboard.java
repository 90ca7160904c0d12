package dev.sandshell.intellij.ide.toolwindow;

import com.intellij.openapi.ide.CopyPasteManager;
import dev.sandshell.intellij.core.terminal.view.TerminalClipboard;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The IDE's clipboard, and the desktop's selection where there is one. */
final class IdeClipboard implements TerminalClipboard {
    @Override
    public void copy(String text) {
        CopyPasteManager.getInstance().setContents(new StringSelection(text));
    }

    @Override
    public @Nullable String paste() {
        return CopyPasteManager.getInstance().getContents(DataFlavor.stringFlavor);
    }

    @Override
    public void select(String text) {
        Clipboard selection = selection();
        if (selection != null) {
            selection.setContents(new StringSelection(text), null);
        }
    }

    @Override
    public @Nullable String selected() {
        Clipboard selection = selection();
        try {
            return selection == null ? null : (String) selection.getData(DataFlavor.stringFlavor);
        } catch (UnsupportedFlavorException | IOException | IllegalStateException e) {
            // What is selected is no text, or its owner does not give it away.
            return null;
        }
    }

    private static @Nullable Clipboard selection() {
        return GraphicsEnvironment.isHeadless()
                ? null
                : Toolkit.getDefaultToolkit().getSystemSelection();
    }
}
