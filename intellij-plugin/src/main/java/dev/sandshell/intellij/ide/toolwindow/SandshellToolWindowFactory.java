package dev.sandshell.intellij.ide.toolwindow;

import com.intellij.openapi.project.DumbAware;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.wm.ToolWindow;
import com.intellij.openapi.wm.ToolWindowFactory;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Fills the tool window when it is first shown. */
public final class SandshellToolWindowFactory implements ToolWindowFactory, DumbAware {
    @Override
    public void createToolWindowContent(Project project, ToolWindow toolWindow) {
        SandshellProjectService.of(project).tabs().fill(toolWindow);
    }
}
