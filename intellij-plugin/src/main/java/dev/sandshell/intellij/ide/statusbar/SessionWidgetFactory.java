package dev.sandshell.intellij.ide.statusbar;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.util.Disposer;
import com.intellij.openapi.wm.StatusBar;
import com.intellij.openapi.wm.StatusBarWidget;
import com.intellij.openapi.wm.StatusBarWidgetFactory;

/** Has each project's status bar show its session; the user can take it away there. */
public final class SessionWidgetFactory implements StatusBarWidgetFactory {
    @Override
    public String getId() {
        return SessionWidget.ID;
    }

    @Override
    public String getDisplayName() {
        return "Sandshell Session";
    }

    @Override
    public boolean isAvailable(Project project) {
        return true;
    }

    @Override
    public StatusBarWidget createWidget(Project project) {
        return new SessionWidget(project);
    }

    @Override
    public void disposeWidget(StatusBarWidget widget) {
        Disposer.dispose(widget);
    }

    @Override
    public boolean canBeEnabledOn(StatusBar statusBar) {
        return true;
    }
}
