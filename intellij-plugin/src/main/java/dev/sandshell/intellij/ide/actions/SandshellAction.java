package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.actionSystem.ActionUpdateThread;
import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.DumbAwareAction;
import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** An action in a project. Its text, description and icon are in plugin.xml. */
abstract class SandshellAction extends DumbAwareAction {
    /** Without the annotation, since the oldest platform does not know of it. */
    public ActionUpdateThread getActionUpdateThread() {
        return ActionUpdateThread.BGT;
    }

    @Override
    public final void update(AnActionEvent event) {
        Project project = event.getProject();
        event.getPresentation()
                .setEnabled(project != null
                        && !project.isDisposed()
                        && isEnabled(SandshellProjectService.of(project), event));
    }

    @Override
    public final void actionPerformed(AnActionEvent event) {
        Project project = event.getProject();
        if (project != null && !project.isDisposed()) {
            perform(project, SandshellProjectService.of(project), event);
        }
    }

    /** Whether it makes sense now; not on the UI thread, and must not wait. */
    boolean isEnabled(SandshellProjectService service, AnActionEvent event) {
        return true;
    }

    /** On the UI thread. */
    abstract void perform(Project project, SandshellProjectService service, AnActionEvent event);
}
