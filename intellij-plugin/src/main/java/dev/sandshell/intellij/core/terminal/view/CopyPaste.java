package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.intellij.core.terminal.TerminalModel;
import dev.sandshell.intellij.core.terminal.input.PastedText;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes from a terminal to the clipboard and the other way. Nothing is copied unasked. */
final class CopyPaste {
    private final TerminalModel model;
    private final Selection selection;
    private final TerminalClipboard clipboard;
    private final Consumer<String> type;

    CopyPaste(TerminalModel model, Selection selection, TerminalClipboard clipboard, Consumer<String> type) {
        this.model = model;
        this.selection = selection;
        this.clipboard = clipboard;
        this.type = type;
    }

    /** What is selected; empty if nothing is. */
    String selectedText() {
        TextRange range = selection.range();
        return range == null ? "" : model.read(emulator -> SelectedText.of(Lines.of(emulator), range));
    }

    void copy() {
        if (selection.range() != null) {
            clipboard.copy(selectedText());
        }
    }

    void paste() {
        paste(clipboard.paste());
    }

    /** What is selected is what the middle button pastes, on desktops that have that. */
    void offerSelection() {
        if (selection.range() != null) {
            clipboard.select(selectedText());
        }
    }

    void pasteSelection() {
        paste(clipboard.selected());
    }

    private void paste(@Nullable String text) {
        if (text != null && !text.isEmpty()) {
            type.accept(PastedText.encode(text, model.read(Emulator::modes)));
        }
    }
}
