package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.editor.Editor;

/** Runs all of a file, as it is in its editor. */
public final class RunFileAction extends EditorAction {
    public RunFileAction() {
        super("this file");
    }

    @Override
    String textOf(Editor editor) {
        return editor.getDocument().getText();
    }
}
