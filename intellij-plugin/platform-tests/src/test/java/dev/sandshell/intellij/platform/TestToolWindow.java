package dev.sandshell.intellij.platform;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.util.Disposer;
import com.intellij.openapi.wm.impl.ToolWindowHeadlessManagerImpl.MockToolWindow;
import com.intellij.ui.content.ContentManager;
import com.intellij.ui.content.TabbedPaneContentUI;
import com.intellij.ui.content.impl.ContentManagerImpl;
import dev.sandshell.intellij.ide.toolwindow.SandshellToolWindowFactory;
import dev.sandshell.intellij.ide.toolwindow.SessionTabs;
import org.jspecify.annotations.Nullable;

/** A tool window with the platform's own tabs, filled by our factory when it is first looked at, as in an IDE. */
final class TestToolWindow extends MockToolWindow {
    private final Project project;
    private final ContentManagerImpl contents;
    private boolean isFilled;
    private boolean isVisible;

    TestToolWindow(Project project) {
        super(project);
        this.project = project;
        contents = new ContentManagerImpl(new TabbedPaneContentUI(), true, project);
        Disposer.register(project, contents);
    }

    @Override
    public ContentManager getContentManager() {
        if (!isFilled) {
            isFilled = true;
            new SandshellToolWindowFactory().createToolWindowContent(project, this);
        }
        return contents;
    }

    /** Filled by these tabs instead of the project's. */
    void isFilledBy(SessionTabs tabs) {
        isFilled = true;
        tabs.fill(this);
    }

    @Override
    public boolean isVisible() {
        return isVisible;
    }

    @Override
    public void show(@Nullable Runnable then) {
        isVisible = true;
    }

    @Override
    public void activate(@Nullable Runnable then) {
        isVisible = true;
    }

    @Override
    public String getStripeTitle() {
        return "Sandshell";
    }
}
