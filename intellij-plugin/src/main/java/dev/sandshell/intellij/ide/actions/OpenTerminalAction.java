package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Shows a session's tab, and the keyboard is there. */
public final class OpenTerminalAction extends SessionAction {
    @Override
    boolean canBegin() {
        return true;
    }

    @Override
    void perform(Project project, SandshellProjectService service, SessionView view) {
        service.tabs().reveal(view, true);
    }
}
