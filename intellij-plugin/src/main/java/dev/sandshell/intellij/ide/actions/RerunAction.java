package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Runs the last command of this project again, where it was run. */
public final class RerunAction extends SandshellAction {
    @Override
    boolean isEnabled(SandshellProjectService service, AnActionEvent event) {
        return service.runs().last() != null;
    }

    @Override
    void perform(Project project, SandshellProjectService service, AnActionEvent event) {
        RunRequest last = service.runs().last();
        if (last != null) {
            service.run(last);
        }
    }
}
