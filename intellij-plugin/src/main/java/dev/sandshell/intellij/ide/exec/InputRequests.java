package dev.sandshell.intellij.ide.exec;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.commands.Runs;
import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.intellij.core.sessions.ExecView;
import dev.sandshell.intellij.core.sessions.Happening;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.core.sessions.SessionEvent;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.intellij.core.sessions.SessionsListener;
import dev.sandshell.intellij.ide.UiThread;
import dev.sandshell.intellij.ide.toolwindow.SessionTabs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Asks the user where a command of this project waits for input: in a dialog, masked where its terminal does not show what is
 * typed; in its tab, where it has the whole of that. Where they type there already, nothing is asked.
 */
public final class InputRequests implements SessionsListener, Disposable {
    private final Project project;
    private final Sessions sessions;
    private final Runs runs;
    private final SessionTabs tabs;
    private final UiThread ui;
    private final Registration listening;
    /** Those that wait; belongs to the thread of {@link Sessions}. */
    private final Set<String> waiting = new HashSet<>();

    /** Belongs to the UI thread. */
    private final Map<String, InputDialog> asking = new HashMap<>();

    public InputRequests(Project project, Sessions sessions, Runs runs, SessionTabs tabs, UiThread ui) {
        this.project = project;
        this.sessions = sessions;
        this.runs = runs;
        this.tabs = tabs;
        this.ui = ui;
        listening = sessions.addListener(this);
    }

    @Override
    public void happened(Happening happening) {
        ExecView exec = happening.exec();
        if (exec == null || runs.get(exec.execId()) == null) {
            return;
        }
        // Whatever it does next, it waits no more: somebody has typed in the terminal, or it has ended.
        if (waiting.remove(exec.execId())) {
            ui.paint(() -> withdraw(exec.execId()));
        }
        if (happening.event() instanceof SessionEvent.InputRequired) {
            waiting.add(exec.execId());
            ui.paint(() -> ask(exec));
        }
    }

    private void ask(ExecView exec) {
        if (!exec.isRunning() || tabs.isFocused(exec.sessionId())) {
            return;
        }
        if (tabs.isOnOtherScreen(exec.sessionId())) {
            tabs.activate(exec.sessionId());
            return;
        }
        boolean isSecret = exec.asksFor() == ExecView.AsksFor.SECRET;
        String prompt = exec.lastLine().isEmpty() ? "It has not said for what." : exec.lastLine();
        InputDialog dialog = new InputDialog(
                project,
                Outcome.shortCommand(exec.command()) + " waits for input",
                prompt,
                isSecret,
                line -> write(exec.execId(), line));
        asking.put(exec.execId(), dialog);
        dialog.show();
    }

    private void write(String execId, String line) {
        // Where it fails, the command has ended meanwhile, which says itself.
        CompletableFuture<?> unused = sessions.write(execId, line + "\n");
    }

    private void withdraw(String execId) {
        InputDialog dialog = asking.remove(execId);
        if (dialog != null) {
            dialog.withdraw();
        }
    }

    @Override
    public void dispose() {
        listening.close();
        asking.values().forEach(InputDialog::withdraw);
        asking.clear();
    }
}
