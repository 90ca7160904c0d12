package dev.sandshell.intellij.platform;

import com.intellij.ide.actions.ActionsCollector;
import com.intellij.openapi.actionSystem.AnAction;
import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import java.awt.event.InputEvent;
import org.jspecify.annotations.Nullable;

/** The platform counts what its users do; here nobody does. */
final class TestCollector extends ActionsCollector {
    @Override
    public void record(String action, InputEvent event, Class context) {}

    @Override
    public void record(Project project, AnAction action, AnActionEvent event) {}

    @Override
    public @Nullable State getState() {
        return null;
    }
}
