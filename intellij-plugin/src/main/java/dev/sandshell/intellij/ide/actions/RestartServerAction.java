package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.ide.SandshellApplicationService;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Puts a new server into the place of the one that runs. */
public final class RestartServerAction extends SandshellAction {
    @Override
    void perform(Project project, SandshellProjectService service, AnActionEvent event) {
        SandshellApplicationService.get().restart(project);
    }
}
