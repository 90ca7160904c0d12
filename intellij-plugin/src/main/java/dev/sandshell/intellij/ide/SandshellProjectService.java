package dev.sandshell.intellij.ide;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.util.Disposer;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.core.commands.Runs;
import dev.sandshell.intellij.core.commands.Stopping;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.intellij.ide.exec.CommandRunner;
import dev.sandshell.intellij.ide.exec.InputRequests;
import dev.sandshell.intellij.ide.exec.OutputTabs;
import dev.sandshell.intellij.ide.toolwindow.SessionTabs;

/** The parts of one project, put together. Any thread may call. */
public final class SandshellProjectService implements Disposable {
    private final UiThread ui;
    private final Sessions sessions;
    private final CurrentSession current;
    private final SessionTabs tabs;
    private final Runs runs;
    private final OutputTabs outputs;
    private final CommandRunner runner;
    private final Stopping stopping;

    public SandshellProjectService(Project project) {
        sessions = SandshellApplicationService.get().sessions();
        ui = new UiThread(project.getDisposed());
        current = new CurrentSession(project, sessions);
        tabs = new SessionTabs(project, sessions, current, ui);
        Disposer.register(this, tabs);
        String prefix = "intellij-" + ProcessHandle.current().pid() + "-"
                + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        runs = new Runs(sessions, prefix);
        outputs = new OutputTabs(project, sessions, ui);
        Disposer.register(this, outputs);
        runner = new CommandRunner(project, runs, current, tabs, outputs, ui);
        stopping = new Stopping(sessions);
        Disposer.register(this, new InputRequests(project, sessions, runs, tabs, ui));
    }

    public static SandshellProjectService of(Project project) {
        return project.getService(SandshellProjectService.class);
    }

    public UiThread ui() {
        return ui;
    }

    public Sessions sessions() {
        return sessions;
    }

    public CurrentSession current() {
        return current;
    }

    public SessionTabs tabs() {
        return tabs;
    }

    public Runs runs() {
        return runs;
    }

    public OutputTabs outputs() {
        return outputs;
    }

    public Stopping stopping() {
        return stopping;
    }

    /** Runs a command in the session's tab; none waits. */
    public void run(RunRequest request) {
        runner.run(request);
    }

    @Override
    public void dispose() {
        // What there is to end is registered under this.
    }
}
