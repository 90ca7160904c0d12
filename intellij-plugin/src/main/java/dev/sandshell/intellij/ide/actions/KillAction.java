package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.commands.Stopping;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Ends a command that does not listen to Ctrl-C. */
public final class KillAction extends SessionAction {
    @Override
    boolean isEnabled(SessionView view) {
        return Stopping.isBusy(view);
    }

    @Override
    void perform(Project project, SandshellProjectService service, SessionView view) {
        Notices.tellOf(project, service.stopping().kill(view));
    }
}
