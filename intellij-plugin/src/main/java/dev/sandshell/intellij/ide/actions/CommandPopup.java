package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.popup.JBPopup;
import com.intellij.openapi.ui.popup.JBPopupFactory;
import com.intellij.openapi.util.Disposer;
import dev.sandshell.intellij.ide.SandshellProjectService;
import java.util.function.Consumer;

/** Asks for a command in a pop-up: what is typed, or one of those that have been run. On the UI thread. */
final class CommandPopup {
    private CommandPopup() {}

    /**
     * @param takesTyped whether what is typed may be run, or only what has been
     * @param initial what is there at first
     * @param chosen given the command, unless the user thinks better of it
     */
    static void ask(
            Project project,
            SandshellProjectService service,
            String title,
            boolean takesTyped,
            String initial,
            Consumer<String> chosen) {
        CommandField field = new CommandField(takesTyped, initial);
        HistorySearch search = new HistorySearch(service.sessions(), service.ui(), field);
        JBPopup popup = JBPopupFactory.getInstance()
                .createComponentPopupBuilder(field, field.text())
                .setTitle(title)
                .setRequestFocus(true)
                .setFocusable(true)
                .setMovable(true)
                .setResizable(true)
                .setCancelOnClickOutside(true)
                .setAdText(field.hint())
                .createPopup();
        Disposer.register(popup, search);
        field.onChosen(command -> {
            popup.closeOk(null);
            chosen.accept(command);
        });
        search.begin();
        popup.showCenteredInCurrentWindow(project);
    }
}
