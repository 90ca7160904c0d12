package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Ctrl-C, from wherever the user is. */
public final class InterruptAction extends SessionAction {
    @Override
    void perform(Project project, SandshellProjectService service, SessionView view) {
        Notices.tellOf(project, service.stopping().interrupt(view));
    }
}
