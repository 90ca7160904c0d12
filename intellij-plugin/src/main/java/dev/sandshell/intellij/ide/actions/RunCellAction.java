package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.actionSystem.CommonDataKeys;
import com.intellij.openapi.editor.Editor;
import com.intellij.openapi.fileEditor.FileDocumentManager;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.VirtualFile;
import dev.sandshell.intellij.core.commands.EditorText;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.core.documents.DocumentLanguage;
import dev.sandshell.intellij.core.documents.LensChoice;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.SandshellProjectService;
import dev.sandshell.intellij.ide.editor.EditorDocuments;
import java.util.Optional;

/** Runs the cell of a script, or the shell fence of a Markdown text, that the caret is in. */
public final class RunCellAction extends SandshellAction {
    @Override
    boolean isEnabled(SandshellProjectService service, AnActionEvent event) {
        return event.getData(CommonDataKeys.EDITOR) != null;
    }

    @Override
    void perform(Project project, SandshellProjectService service, AnActionEvent event) {
        Editor editor = event.getData(CommonDataKeys.EDITOR);
        if (editor == null) {
            return;
        }
        VirtualFile file = FileDocumentManager.getInstance().getFile(editor.getDocument());
        String text = editor.getDocument().getText();
        Optional<String> language = file == null ? Optional.empty() : DocumentLanguage.of(file.getName(), text);
        if (file == null || language.isEmpty()) {
            Notices.tell(project, EditorText.nothingIn("this file, which is no shell script and no Markdown"));
            return;
        }
        int line = editor.getDocument().getLineNumber(editor.getCaretModel().getOffset());
        Notices.orComplain(
                project,
                service.sessions()
                        .connect()
                        .thenCompose(
                                connected -> EditorDocuments.get().lenses().in(file.getUrl(), language.get(), text)),
                lenses -> LensChoice.at(lenses, language.get(), line)
                        .ifPresentOrElse(
                                lens -> service.run(RunRequest.of(lens.command())),
                                () -> Notices.tell(project, EditorText.nothingIn("this place"))));
    }
}
