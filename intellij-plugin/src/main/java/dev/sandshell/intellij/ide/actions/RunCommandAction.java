package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.actionSystem.CommonDataKeys;
import com.intellij.openapi.editor.Editor;
import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.SandshellProjectService;

/** Asks for a command, beginning with what is selected in the editor, and runs it. */
public class RunCommandAction extends SandshellAction {
    /** How it is run. */
    RunRequest requestOf(String command) {
        return RunRequest.of(command);
    }

    /** What the user is asked. */
    String title() {
        return "Run Command";
    }

    @Override
    final void perform(Project project, SandshellProjectService service, AnActionEvent event) {
        SessionView view = service.current().view();
        String title =
                view == null ? title() : title() + " in " + service.tabs().nameOf(view);
        Editor editor = event.getData(CommonDataKeys.EDITOR);
        String selected = editor == null
                ? ""
                : String.join("\n", EditorPlaces.selections(editor)).strip();
        CommandPopup.ask(project, service, title, true, selected, command -> service.run(requestOf(command)));
    }
}
