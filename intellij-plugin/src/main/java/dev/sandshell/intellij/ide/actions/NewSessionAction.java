package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.Messages;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Makes a session, and commands of the project run there from then on. */
public final class NewSessionAction extends SandshellAction {
    @Override
    void perform(Project project, SandshellProjectService service, AnActionEvent event) {
        String name = Messages.showInputDialog(project, "Its name", "New Session", null, "shell", null);
        if (name == null) {
            return;
        }
        Notices.orComplain(project, service.current().another(name.strip()), view -> {
            service.current().switchTo(view.id());
            service.ui().execute(() -> service.tabs().reveal(view, true));
        });
    }
}
