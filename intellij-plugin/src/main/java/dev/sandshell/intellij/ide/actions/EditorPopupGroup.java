package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.actionSystem.ActionUpdateThread;
import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.actionSystem.CommonDataKeys;
import com.intellij.openapi.actionSystem.DefaultActionGroup;
import com.intellij.openapi.project.DumbAware;
import com.intellij.openapi.vfs.VirtualFile;
import dev.sandshell.intellij.core.commands.EditorText;

/** What the menu of an editor offers, where its file is of a kind that has commands in it. */
public final class EditorPopupGroup extends DefaultActionGroup implements DumbAware {
    /** Without the annotation, since the oldest platform does not know of it. */
    public ActionUpdateThread getActionUpdateThread() {
        return ActionUpdateThread.BGT;
    }

    @Override
    public void update(AnActionEvent event) {
        VirtualFile file = event.getData(CommonDataKeys.VIRTUAL_FILE);
        event.getPresentation()
                .setVisible(event.getProject() != null && file != null && EditorText.hasCommands(file.getName()));
    }
}
