package dev.sandshell.intellij.core.commands;

import dev.sandshell.intellij.core.server.Call;
import dev.sandshell.intellij.core.sessions.ExecView;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.protocol.ExecResult;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A command that this window runs. Any thread may call. */
public final class Run {
    private final SessionView view;
    private final RunRequest request;
    private final String execId;
    private final Call<ExecResult> call;
    private final CompletableFuture<RunEnd> end;

    Run(SessionView view, RunRequest request, String execId, Call<ExecResult> call, CompletableFuture<RunEnd> end) {
        this.view = view;
        this.request = request;
        this.execId = execId;
        this.call = call;
        this.end = end;
    }

    public SessionView session() {
        return view;
    }

    public RunRequest request() {
        return request;
    }

    public String command() {
        return request.command();
    }

    public String execId() {
        return execId;
    }

    /** As it is seen by everybody; null before it has begun, such as while it waits for its turn. */
    public @Nullable ExecView exec() {
        return view.exec(execId);
    }

    /** What becomes of it; never fails. Of one in the background, once it has ended too. */
    public CompletableFuture<RunEnd> end() {
        return end;
    }

    /** Wishes that it stop, also while it waits for its turn; {@link #end} says when it has. */
    public void cancel() {
        call.cancel();
    }
}
