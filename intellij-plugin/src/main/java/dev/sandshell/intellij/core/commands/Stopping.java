package dev.sandshell.intellij.core.commands;

import dev.sandshell.intellij.core.sessions.ExecView;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.core.sessions.Sessions;
import java.util.concurrent.CompletableFuture;

/** Stops what runs in a session. Futures come to what there is to tell a person of it. Any thread may call, and none waits. */
public final class Stopping {
    private static final String CONTROL_C = "\u0003";

    private final Sessions sessions;

    public Stopping(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Whether there is something in it that can be killed. */
    public static boolean isBusy(SessionView view) {
        ExecView current = view.current();
        return current != null && current.isRunning();
    }

    /** Ctrl-C, for a command of somebody's or for what a person runs at the prompt, which is no call. */
    public CompletableFuture<String> interrupt(SessionView view) {
        ExecView exec = view.current();
        if (exec == null || !exec.isRunning()) {
            return type(view);
        }
        return sessions.interrupt(exec.execId()).thenCompose(didRun -> didRun ? told(exec, "interrupt") : type(view));
    }

    /** Ends a command that does not listen. */
    public CompletableFuture<String> kill(SessionView view) {
        ExecView exec = view.current();
        if (exec == null || !exec.isRunning()) {
            return CompletableFuture.completedFuture("There is no running command to kill.");
        }
        return sessions.kill(exec.execId(), "SIGKILL")
                .thenCompose(didRun -> didRun
                        ? told(exec, "kill")
                        : CompletableFuture.completedFuture("There is no running command to kill."));
    }

    private CompletableFuture<String> type(SessionView view) {
        return sessions.input(view.id(), CONTROL_C)
                .thenApply(done -> "Ctrl-C sent to " + view.session().name());
    }

    private static CompletableFuture<String> told(ExecView exec, String what) {
        return CompletableFuture.completedFuture(Outcome.shortCommand(exec.command()) + ": " + what + " sent");
    }
}
