package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.Messages;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Gives a session a fresh shell, from scratch or with the state of the one before. */
public final class ResetSessionAction extends SessionAction {
    private static final int KEEP_STATE = 0;
    private static final int FROM_SCRATCH = 1;

    @Override
    void perform(Project project, SandshellProjectService service, SessionView view) {
        int choice = Messages.showDialog(
                project,
                "What runs there ends. The fresh shell has the folder, variables and functions of this one,"
                        + " or is as the session began.",
                "Reset Session " + service.tabs().nameOf(view),
                new String[] {"Keep State", "From Scratch", "Cancel"},
                KEEP_STATE,
                Messages.getQuestionIcon());
        if (choice == KEEP_STATE || choice == FROM_SCRATCH) {
            Notices.complainOf(project, service.sessions().reset(view.id(), choice == KEEP_STATE));
        }
    }
}
