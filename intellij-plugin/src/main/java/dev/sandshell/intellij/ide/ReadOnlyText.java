package dev.sandshell.intellij.ide;

import com.intellij.openapi.fileEditor.FileEditorManager;
import com.intellij.openapi.fileTypes.PlainTextFileType;
import com.intellij.openapi.project.Project;
import com.intellij.testFramework.LightVirtualFile;

/** A text in a tab of the editor, which cannot be changed and is in no folder. */
public final class ReadOnlyText {
    private ReadOnlyText() {}

    /** On the UI thread. */
    public static void show(Project project, String name, String text) {
        LightVirtualFile file = new LightVirtualFile(name, PlainTextFileType.INSTANCE, text);
        file.setWritable(false);
        FileEditorManager.getInstance(project).openFile(file, true);
    }
}
