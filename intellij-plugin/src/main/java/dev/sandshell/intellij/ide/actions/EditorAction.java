package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.actionSystem.CommonDataKeys;
import com.intellij.openapi.editor.Editor;
import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.commands.EditorText;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Runs something of what an editor shows. */
abstract class EditorAction extends SandshellAction {
    private final String what;

    /** @param what it is called where there is nothing in it */
    EditorAction(String what) {
        this.what = what;
    }

    /** The text to run. */
    abstract String textOf(Editor editor);

    boolean isEnabled(Editor editor) {
        return true;
    }

    @Override
    boolean isEnabled(SandshellProjectService service, AnActionEvent event) {
        Editor editor = event.getData(CommonDataKeys.EDITOR);
        return editor != null && isEnabled(editor);
    }

    @Override
    void perform(Project project, SandshellProjectService service, AnActionEvent event) {
        Editor editor = event.getData(CommonDataKeys.EDITOR);
        if (editor == null) {
            return;
        }
        String text = textOf(editor);
        if (text.isBlank()) {
            Notices.tell(project, EditorText.nothingIn(what));
        } else {
            service.run(RunRequest.of(text));
        }
    }
}
