package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.editor.Editor;

/** Runs the line that the caret is in. */
public final class RunLineAction extends EditorAction {
    public RunLineAction() {
        super("this line");
    }

    @Override
    String textOf(Editor editor) {
        return EditorPlaces.line(editor);
    }
}
