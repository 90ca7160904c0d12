package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.editor.Editor;
import dev.sandshell.intellij.core.commands.EditorText;

/** Runs what is selected. */
public final class RunSelectionAction extends EditorAction {
    public RunSelectionAction() {
        super("the selection");
    }

    @Override
    boolean isEnabled(Editor editor) {
        return editor.getSelectionModel().hasSelection(true);
    }

    @Override
    String textOf(Editor editor) {
        return EditorText.selectionOrLine(EditorPlaces.selections(editor), EditorPlaces.line(editor));
    }
}
