package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.Messages;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Gives a session a name that only this project uses: the server has none but the first. */
public final class RenameSessionAction extends SessionAction {
    @Override
    void perform(Project project, SandshellProjectService service, SessionView view) {
        String name = Messages.showInputDialog(
                project,
                "Its name in this project; nothing gives it back the name "
                        + view.session().name() + ", which it keeps elsewhere",
                "Rename Session",
                null,
                service.tabs().nameOf(view),
                null);
        if (name != null) {
            service.tabs().rename(view, name.strip());
        }
    }
}
