package dev.sandshell.intellij.ide.exec;

import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.commands.Run;
import dev.sandshell.intellij.core.commands.RunEnd;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.core.commands.Runs;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.CurrentSession;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.UiThread;
import dev.sandshell.intellij.ide.settings.SandshellSettings;
import dev.sandshell.intellij.ide.toolwindow.SessionTabs;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs commands as the user asks for them: in the session's tab, with progress, and with word of how it ended. */
public final class CommandRunner {
    private final Project project;
    private final Runs runs;
    private final CurrentSession current;
    private final SessionTabs tabs;
    private final OutputTabs outputs;
    private final UiThread ui;

    public CommandRunner(
            Project project, Runs runs, CurrentSession current, SessionTabs tabs, OutputTabs outputs, UiThread ui) {
        this.project = project;
        this.runs = runs;
        this.current = current;
        this.tabs = tabs;
        this.outputs = outputs;
        this.ui = ui;
    }

    /** Any thread may call, and none waits. */
    public void run(RunRequest request) {
        CompletableFuture<SessionView> session =
                request.sessionId() == null ? current.ensure() : current.ensure(request.sessionId());
        session.whenComplete((view, failure) -> {
            if (failure != null) {
                Notices.complain(project, failure);
            } else {
                ui.execute(() -> begin(view, request));
            }
        });
    }

    private void begin(SessionView view, RunRequest request) {
        SandshellSettings settings = SandshellSettings.get();
        if (settings.revealsTerminal()) {
            tabs.reveal(view, false);
        }
        Run run = runs.start(view, request, settings.isOnTerminal());
        if (request.isBackground()) {
            Notices.tell(project, Outcome.shortCommand(run.command()) + ": runs in the background");
        } else {
            CommandProgress.showLater(project, run);
        }
        run.end().thenAccept(end -> ui.execute(() -> tell(run, end)));
    }

    private void tell(Run run, RunEnd end) {
        String what = Outcome.shortCommand(run.command());
        if (end instanceof RunEnd.Cancelled) {
            Notices.tell(project, what + ": cancelled");
        } else if (end instanceof RunEnd.Failed failed) {
            Notices.complain(project, new IOException(failed.message()));
        } else if (end instanceof RunEnd.Ended ended) {
            tellOutcome(
                    run, what + ": " + ended.outcome().words(), ended.outcome().isSuccess());
        }
    }

    private void tellOutcome(Run run, String message, boolean isSuccess) {
        if (isSuccess) {
            Notices.tell(project, message);
            return;
        }
        Map<String, Runnable> actions = new LinkedHashMap<>();
        actions.put("Show Output", () -> outputs.show(run.execId()));
        actions.put("Re-run", () -> run(run.request()));
        Notices.warn(project, message, actions);
    }
}
