package dev.sandshell.intellij.ide.exec;

import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.commands.OutputText;
import dev.sandshell.intellij.core.sessions.KeptOutput;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.ReadOnlyText;
import dev.sandshell.intellij.ide.UiThread;

/** The output of commands in tabs of the editor, without escape sequences, as it is when it is asked for. */
public final class OutputTabs {
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
        Notices.orComplain(project, sessions.output(execId), kept -> {
            String text = OutputText.of(kept);
            ui.execute(() -> ReadOnlyText.show(project, nameOf(kept), text));
        });
    }

    private static String nameOf(KeptOutput kept) {
        return Outcome.shortCommand(kept.command(), NAME).replaceAll("[/\\\\?#:*\"<>|]", "_") + ".log";
    }
}
