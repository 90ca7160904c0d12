package dev.sandshell.intellij.ide.exec;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.util.Disposer;
import dev.sandshell.intellij.core.commands.OutputText;
import dev.sandshell.intellij.core.sessions.KeptOutput;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.ReadOnlyText;
import dev.sandshell.intellij.ide.UiThread;

/** The output of commands in tabs of the editor, without escape sequences; that of a command that runs is followed. */
public final class OutputTabs implements Disposable {
    private static final int NAME = 40;

    private final Project project;
    private final Sessions sessions;
    private final UiThread ui;

    public OutputTabs(Project project, Sessions sessions, UiThread ui) {
        this.project = project;
        this.sessions = sessions;
        this.ui = ui;
    }

    /** Any thread may call, and none waits. */
    public void show(String execId) {
        Notices.orComplain(project, sessions.output(execId), kept -> ui.execute(() -> open(execId, kept)));
    }

    private void open(String execId, KeptOutput kept) {
        ReadOnlyText tab = ReadOnlyText.show(project, nameOf(kept), OutputText.of(kept));
        if (kept.end() == null) {
            Disposer.register(this, new OutputTab(execId, tab, sessions, ui));
        }
    }

    @Override
    public void dispose() {
        // The tabs that are followed are registered under this.
    }

    private static String nameOf(KeptOutput kept) {
        return Outcome.shortCommand(kept.command(), NAME).replaceAll("[/\\\\?#:*\"<>|]", "_") + ".log";
    }
}
