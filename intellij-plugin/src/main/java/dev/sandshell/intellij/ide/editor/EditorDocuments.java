package dev.sandshell.intellij.ide.editor;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.application.ApplicationManager;
import dev.sandshell.intellij.core.documents.DocumentLenses;
import dev.sandshell.intellij.ide.SandshellApplicationService;

/** What the server knows of texts, once for all projects. */
public final class EditorDocuments implements Disposable {
    private final DocumentLenses lenses =
            new DocumentLenses(SandshellApplicationService.get().supervisor());

    public static EditorDocuments get() {
        return ApplicationManager.getApplication().getService(EditorDocuments.class);
    }

    public DocumentLenses lenses() {
        return lenses;
    }

    @Override
    public void dispose() {
        lenses.close();
    }
}
