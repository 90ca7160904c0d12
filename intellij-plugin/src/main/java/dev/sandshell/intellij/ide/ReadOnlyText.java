package dev.sandshell.intellij.ide;

import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.command.CommandProcessor;
import com.intellij.openapi.editor.Document;
import com.intellij.openapi.fileEditor.FileDocumentManager;
import com.intellij.openapi.fileEditor.FileEditorManager;
import com.intellij.openapi.fileTypes.PlainTextFileType;
import com.intellij.openapi.project.Project;
import com.intellij.testFramework.LightVirtualFile;

/** A text in a tab of the editor, which its reader cannot change and which is in no folder. On the UI thread. */
public record ReadOnlyText(Project project, LightVirtualFile file) {
    public static ReadOnlyText show(Project project, String name, String text) {
        LightVirtualFile file = new LightVirtualFile(name, PlainTextFileType.INSTANCE, text);
        file.setWritable(false);
        FileEditorManager.getInstance(project).openFile(file, true);
        return new ReadOnlyText(project, file);
    }

    /** Whether its tab is still there. */
    public boolean isOpen() {
        return !project.isDisposed() && FileEditorManager.getInstance(project).isFileOpen(file);
    }

    /** Another text in the same tab; nothing to be undone. */
    public void change(String text) {
        Document document = FileDocumentManager.getInstance().getDocument(file);
        if (document != null) {
            CommandProcessor.getInstance()
                    .runUndoTransparentAction(
                            () -> ApplicationManager.getApplication().runWriteAction(() -> {
                                document.setReadOnly(false);
                                document.setText(text);
                                document.setReadOnly(true);
                            }));
        }
    }
}
