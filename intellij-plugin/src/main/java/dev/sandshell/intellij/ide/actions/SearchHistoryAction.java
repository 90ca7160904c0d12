package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Searches all that has been run, in every session, and runs what is chosen. */
public final class SearchHistoryAction extends SandshellAction {
    @Override
    void perform(Project project, SandshellProjectService service, AnActionEvent event) {
        CommandPopup.ask(project, service, "Search History", false, "", command -> service.run(RunRequest.of(command)));
    }
}
