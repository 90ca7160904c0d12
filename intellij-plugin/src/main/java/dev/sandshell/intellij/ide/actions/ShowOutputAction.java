package dev.sandshell.intellij.ide.actions;

import com.intellij.icons.AllIcons;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.popup.JBPopupFactory;
import dev.sandshell.intellij.core.sessions.ExecView;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.SandshellProjectService;
import java.util.List;
import javax.swing.Icon;

/** Shows the output of a command that a session has run. */
public final class ShowOutputAction extends SessionAction {
    @Override
    void perform(Project project, SandshellProjectService service, SessionView view) {
        List<ExecView> execs =
                view.newestExecs().stream().filter(exec -> !exec.isTyped()).toList();
        if (execs.isEmpty()) {
            Notices.tell(project, "Nothing has been run in this session yet.");
            return;
        }
        JBPopupFactory.getInstance()
                .createPopupChooserBuilder(execs)
                .setTitle("Show Command Output")
                .setRenderer(new DetailRenderer<>(ShowOutputAction::itemOf))
                .setNamerForFiltering(ExecView::command)
                .setItemChosenCallback(exec -> service.outputs().show(exec.execId()))
                .createPopup()
                .showCenteredInCurrentWindow(project);
    }

    private static DetailRenderer.Item itemOf(ExecView exec) {
        Outcome outcome = exec.outcome();
        Icon icon = outcome == null
                ? AllIcons.Actions.Execute
                : exec.hasFailed() ? AllIcons.General.Error : AllIcons.Actions.Checked;
        return new DetailRenderer.Item(
                icon, Outcome.shortCommand(exec.command()), outcome == null ? "running" : outcome.words());
    }
}
