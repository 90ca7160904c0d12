package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.InputValidatorEx;
import com.intellij.openapi.ui.Messages;
import dev.sandshell.intellij.core.commands.VariableName;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.SandshellProjectService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exports a variable in a session's shell, or unsets it. */
public final class SetEnvironmentAction extends SessionAction {
    @Override
    boolean canBegin() {
        return true;
    }

    @Override
    void perform(Project project, SandshellProjectService service, SessionView view) {
        String title = "Set Environment Variable in " + service.tabs().nameOf(view);
        String name = Messages.showInputDialog(project, "Its name", title + " (1/2)", null, "", new NameValidator());
        if (name == null) {
            return;
        }
        service.sessions().environment(view.id(), List.of(name)).whenComplete((before, failure) -> {
            if (failure != null) {
                Notices.complain(project, failure);
            } else {
                service.ui().execute(() -> askValue(project, service, view, title, name, before.get(name)));
            }
        });
    }

    private static void askValue(
            Project project,
            SandshellProjectService service,
            SessionView view,
            String title,
            String name,
            @Nullable String before) {
        String value = Messages.showInputDialog(
                project,
                "The value of " + name + "; nothing unsets it",
                title + " (2/2)",
                null,
                before == null ? "" : before,
                null);
        if (value == null) {
            return;
        }
        Map<String, @Nullable String> change = new HashMap<>();
        change.put(name, value.isEmpty() ? null : value);
        String done = name + " is " + (value.isEmpty() ? "unset" : "set") + " in "
                + service.tabs().nameOf(view);
        Notices.tellOf(
                project, service.sessions().setEnvironment(view.id(), change).thenApply(nothing -> done));
    }

    /** Says while the name is typed what is wrong with it. */
    private static final class NameValidator implements InputValidatorEx {
        @Override
        public @Nullable String getErrorText(String input) {
            return input.isEmpty() || VariableName.isValid(input) ? null : VariableName.RULE;
        }

        @Override
        public boolean checkInput(String input) {
            return VariableName.isValid(input);
        }

        @Override
        public boolean canClose(String input) {
            return checkInput(input);
        }
    }
}
