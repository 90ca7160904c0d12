package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.ide.SandshellApplicationService;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Shows what has happened to the server. */
public final class ShowLogAction extends SandshellAction {
    @Override
    void perform(Project project, SandshellProjectService service, AnActionEvent event) {
        SandshellApplicationService.get().showLog(project);
    }
}
