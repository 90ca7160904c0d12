package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.actionSystem.PlatformDataKeys;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.wm.ToolWindow;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.SandshellDataKeys;
import dev.sandshell.intellij.ide.SandshellProjectService;
import dev.sandshell.intellij.ide.toolwindow.SessionTabs;
import org.jspecify.annotations.Nullable;

/** An action on a session: the one whose tab the user is in, or else the project's. */
abstract class SessionAction extends SandshellAction {
    /** Whether it makes sense for a session that is there. */
    boolean isEnabled(SessionView view) {
        return !view.isTerminated();
    }

    /** On the UI thread, with a session that is there. */
    abstract void perform(Project project, SandshellProjectService service, SessionView view);

    @Override
    boolean isEnabled(SandshellProjectService service, AnActionEvent event) {
        SessionView view = service.sessions().get(idOf(service, event));
        return view == null ? canBegin() : isEnabled(view);
    }

    @Override
    final void perform(Project project, SandshellProjectService service, AnActionEvent event) {
        String id = idOf(service, event);
        SessionView known = service.sessions().get(id);
        if (known != null) {
            perform(project, service, known);
        } else if (canBegin()) {
            Notices.orComplain(
                    project,
                    service.current().ensure(id),
                    view -> service.ui().execute(() -> perform(project, service, view)));
        }
    }

    /** Whether a session that is not there is made for it. */
    boolean canBegin() {
        return false;
    }

    private static String idOf(SandshellProjectService service, AnActionEvent event) {
        String shown = event.getData(SandshellDataKeys.SESSION_ID);
        if (shown == null && isOurs(event.getData(PlatformDataKeys.TOOL_WINDOW))) {
            shown = service.tabs().front();
        }
        return shown == null ? service.current().id() : shown;
    }

    /** The window's title is outside of its tabs. */
    private static boolean isOurs(@Nullable ToolWindow window) {
        return window != null && SessionTabs.TITLE.equals(window.getStripeTitle());
    }
}
