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
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The IDE's clipboard, and the desktop's selection where there is one. */
final class IdeClipboard implements TerminalClipboard {
    private final Executor background;

    /** What is selected and not offered yet. */
    private final AtomicReference<@Nullable String> latest = new AtomicReference<>();

    /**
     * @param background for what waits for the desktop
     */
    IdeClipboard(Executor background) {
        this.background = background;
    }

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
        if (selection() != null && latest.getAndSet(text) == null) {
            background.execute(this::offer);
        }
    }

    /** One at a time, or an older one might be the last. To take it over, X11 is asked for its time, and waited for. */
    private synchronized void offer() {
        String text = latest.getAndSet(null);
        Clipboard selection = selection();
        if (text != null && selection != null) {
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
