package dev.sandshell.intellij.platform;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.wm.ToolWindow;
import com.intellij.openapi.wm.impl.ToolWindowHeadlessManagerImpl;
import org.jspecify.annotations.Nullable;

/** Knows our tool window, which plugin.xml declares. */
final class TestToolWindows extends ToolWindowHeadlessManagerImpl {
    private final TestToolWindow window;

    TestToolWindows(Project project) {
        super(project);
        window = new TestToolWindow(project);
    }

    TestToolWindow window() {
        return window;
    }

    @Override
    public @Nullable ToolWindow getToolWindow(String id) {
        return id.equals("Sandshell") ? window : null;
    }
}
