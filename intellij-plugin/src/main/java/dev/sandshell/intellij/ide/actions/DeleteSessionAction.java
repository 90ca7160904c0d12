package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.Messages;
import dev.sandshell.intellij.core.sessions.ExecView;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Ends a session and all that runs in it, once the user has agreed. */
public final class DeleteSessionAction extends SessionAction {
    @Override
    void perform(Project project, SandshellProjectService service, SessionView view) {
        ExecView running = view.current();
        String detail = running == null ? "." : ": " + Outcome.shortCommand(running.command()) + ".";
        int answer = Messages.showOkCancelDialog(
                project,
                "Its shell and all that runs there end" + detail,
                "Delete Session " + service.tabs().nameOf(view) + "?",
                "Delete",
                "Cancel",
                Messages.getWarningIcon());
        if (answer == Messages.OK) {
            Notices.complainOf(project, service.sessions().delete(view.id()));
        }
    }
}
