package dev.sandshell.intellij.ide.actions;

import com.intellij.icons.AllIcons;
import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.popup.JBPopupFactory;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.SandshellProjectService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.swing.Icon;

/** Asks in which session commands of the project run from now on, and shows it. */
public final class SwitchSessionAction extends SandshellAction {
    @Override
    void perform(Project project, SandshellProjectService service, AnActionEvent event) {
        Notices.orComplain(
                project, service.sessions().connect(), connected -> service.ui().execute(() -> ask(project, service)));
    }

    private static void ask(Project project, SandshellProjectService service) {
        List<SessionChoice> choices = new ArrayList<>();
        for (SessionView view : service.sessions().all()) {
            choices.add(SessionChoice.of(
                    view,
                    service.tabs().nameOf(view),
                    view.id().equals(service.current().id())));
        }
        choices.add(SessionChoice.NEW);
        JBPopupFactory.getInstance()
                .createPopupChooserBuilder(choices)
                .setTitle("Switch Session")
                .setAdText("Where commands of this project run")
                .setRenderer(new DetailRenderer<>(SwitchSessionAction::itemOf))
                .setNamerForFiltering(SessionChoice::text)
                .setItemChosenCallback(choice -> switchTo(project, service, choice))
                .createPopup()
                .showCenteredInCurrentWindow(project);
    }

    private static DetailRenderer.Item itemOf(SessionChoice choice) {
        Icon icon = choice.isNew()
                ? AllIcons.General.Add
                : choice.isBusy() ? AllIcons.Actions.Execute : AllIcons.Debugger.Console;
        String mark = choice.isCurrent() ? " (the one of this project)" : "";
        return new DetailRenderer.Item(icon, choice.name() + mark, choice.detail());
    }

    private static void switchTo(Project project, SandshellProjectService service, SessionChoice choice) {
        CompletableFuture<SessionView> session = choice.isNew()
                ? service.current().another("")
                : service.current().ensure(choice.sessionId());
        Notices.orComplain(project, session, view -> {
            service.current().switchTo(view.id());
            service.ui().execute(() -> service.tabs().reveal(view, true));
        });
    }
}
