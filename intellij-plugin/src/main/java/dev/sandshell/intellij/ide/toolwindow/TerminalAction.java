package dev.sandshell.intellij.ide.toolwindow;

import com.intellij.openapi.actionSystem.ActionUpdateThread;
import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.DumbAwareAction;
import java.util.function.BooleanSupplier;
import javax.swing.Icon;

/** Something that one terminal can do. */
final class TerminalAction extends DumbAwareAction {
    private final BooleanSupplier isPossible;
    private final Runnable run;

    TerminalAction(String text, Icon icon, BooleanSupplier isPossible, Runnable run) {
        super(text, null, icon);
        this.isPossible = isPossible;
        this.run = run;
    }

    /** A terminal belongs to the UI thread. Without the annotation, since the oldest platform does not know of it. */
    public ActionUpdateThread getActionUpdateThread() {
        return ActionUpdateThread.EDT;
    }

    @Override
    public void update(AnActionEvent event) {
        event.getPresentation().setEnabled(isPossible.getAsBoolean());
    }

    @Override
    public void actionPerformed(AnActionEvent event) {
        run.run();
    }
}
