package dev.sandshell.intellij.ide.toolwindow;

import com.intellij.execution.runners.ExecutionUtil;
import com.intellij.openapi.util.IconLoader;
import com.intellij.ui.content.Content;
import dev.sandshell.intellij.core.sessions.ExecView;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.SandshellWorkspace;
import javax.swing.Icon;

/** What tabs say of their sessions: their name, and whether a command runs. */
final class TabTitles {
    private final SandshellWorkspace workspace;
    private final Icon idle = IconLoader.getIcon("/icons/session.svg", TabTitles.class);
    private final Icon busy = ExecutionUtil.getLiveIndicator(idle);

    TabTitles(SandshellWorkspace workspace) {
        this.workspace = workspace;
    }

    /** Any thread may ask. */
    String nameOf(SessionView view) {
        String name = workspace.nameOf(view.id());
        return name == null ? view.session().name() : name;
    }

    /** On the UI thread. */
    void show(Content content, SessionView view) {
        ExecView exec = view.current();
        content.setDisplayName(nameOf(view));
        content.setIcon(exec == null ? idle : busy);
        String cwd = view.session().cwd();
        content.setDescription(exec == null ? cwd : cwd + ": " + Outcome.shortCommand(exec.command()));
    }
}
