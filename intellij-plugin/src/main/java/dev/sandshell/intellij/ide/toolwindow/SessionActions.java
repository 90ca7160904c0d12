package dev.sandshell.intellij.ide.toolwindow;

import com.intellij.icons.AllIcons;
import com.intellij.openapi.actionSystem.ActionGroup;
import com.intellij.openapi.actionSystem.ActionManager;
import com.intellij.openapi.actionSystem.ActionToolbar;
import com.intellij.openapi.actionSystem.DefaultActionGroup;
import com.intellij.openapi.actionSystem.Separator;
import dev.sandshell.intellij.core.terminal.view.TerminalPane;
import dev.sandshell.intellij.core.terminal.view.TerminalView;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;

/** The actions around a terminal: beside it, and in its menu. Those of plugin.xml, and its clipboard. On the UI thread. */
final class SessionActions {
    static final String NEW_SESSION = "Sandshell.NewSession";
    private static final String TOOLBAR = "Sandshell.Toolbar";
    private static final String SESSION = "Sandshell.Session";
    private static final String PLACE = "SandshellToolWindow";

    private SessionActions() {}

    /** The tool bar beside a terminal. */
    static JComponent toolbar(TerminalView view) {
        ActionToolbar toolbar = ActionManager.getInstance().createActionToolbar(PLACE, group(TOOLBAR), false);
        toolbar.setTargetComponent(view);
        return toolbar.getComponent();
    }

    /** What is less often wanted, in the window's own menu. */
    static ActionGroup session() {
        return group(SESSION);
    }

    /** Gives a terminal its menu, which is not there while the mouse is the program's. */
    static void installMenu(TerminalPane pane) {
        TerminalView view = pane.view();
        DefaultActionGroup menu = new DefaultActionGroup();
        menu.add(new TerminalAction("Copy", AllIcons.Actions.Copy, view::hasSelection, view::copy));
        menu.add(new TerminalAction("Paste", AllIcons.Actions.Menu_paste, () -> true, view::paste));
        menu.add(new TerminalAction("Select All", AllIcons.Actions.Selectall, () -> true, view::selectAll));
        menu.add(new TerminalAction("Find…", AllIcons.Actions.Find, () -> true, pane::openFind));
        menu.add(Separator.getInstance());
        menu.add(group(SESSION));
        view.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                showIf(event);
            }

            @Override
            public void mouseReleased(MouseEvent event) {
                showIf(event);
            }

            private void showIf(MouseEvent event) {
                if (event.isPopupTrigger() && !view.isForProgram(event)) {
                    ActionManager.getInstance()
                            .createActionPopupMenu(PLACE, menu)
                            .getComponent()
                            .show(view, event.getX(), event.getY());
                }
            }
        });
    }

    private static ActionGroup group(String id) {
        return (ActionGroup) ActionManager.getInstance().getAction(id);
    }
}
