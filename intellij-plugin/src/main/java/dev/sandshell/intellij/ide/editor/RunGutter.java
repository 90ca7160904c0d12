package dev.sandshell.intellij.ide.editor;

import com.intellij.openapi.editor.Editor;
import com.intellij.openapi.editor.EditorKind;
import com.intellij.openapi.editor.event.EditorFactoryEvent;
import com.intellij.openapi.editor.event.EditorFactoryListener;
import com.intellij.openapi.fileEditor.FileDocumentManager;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.util.Disposer;
import com.intellij.openapi.util.Key;
import com.intellij.openapi.vfs.VirtualFile;
import dev.sandshell.intellij.core.documents.DocumentLanguage;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Gives each editor of a text that may have commands in it its marks. On the UI thread. */
public final class RunGutter implements EditorFactoryListener {
    private static final Key<EditorMarks> MARKS = Key.create("sandshell.editorMarks");

    @Override
    public void editorCreated(EditorFactoryEvent event) {
        Editor editor = event.getEditor();
        Project project = editor.getProject();
        VirtualFile file = FileDocumentManager.getInstance().getFile(editor.getDocument());
        boolean isPreview = editor.getEditorKind() != EditorKind.MAIN_EDITOR;
        if (project == null || project.isDisposed() || file == null || isPreview) {
            return;
        }
        DocumentLanguage.of(file.getName(), editor.getDocument().getImmutableCharSequence())
                .ifPresent(language -> {
                    SandshellProjectService service = SandshellProjectService.of(project);
                    EditorMarks marks = new EditorMarks(editor, service, file.getUrl(), language);
                    Disposer.register(service, marks);
                    editor.putUserData(MARKS, marks);
                    marks.open();
                });
    }

    @Override
    public void editorReleased(EditorFactoryEvent event) {
        EditorMarks marks = event.getEditor().getUserData(MARKS);
        if (marks != null) {
            event.getEditor().putUserData(MARKS, null);
            Disposer.dispose(marks);
        }
    }
}
