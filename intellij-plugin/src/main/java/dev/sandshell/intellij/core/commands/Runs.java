package dev.sandshell.intellij.core.commands;

import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.intellij.core.server.Call;
import dev.sandshell.intellij.core.server.Failures;
import dev.sandshell.intellij.core.server.SandboxException;
import dev.sandshell.intellij.core.sessions.Happening;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.core.sessions.SessionEvent;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.intellij.core.sessions.SessionsListener;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The commands that one window runs, and which was the last. Any thread may call, and none waits. */
public final class Runs {
    private final Sessions sessions;
    private final String prefix;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Run> running = new ConcurrentHashMap<>();
    private volatile @Nullable RunRequest last;

    /** @param prefix what ids of commands begin with, another one for each window that there is */
    public Runs(Sessions sessions, String prefix) {
        this.sessions = sessions;
        this.prefix = prefix;
    }

    /**
     * Runs a command in a session.
     *
     * @param onTerminal on the session's terminal, with colours and questions, or with its streams kept apart
     */
    public Run start(SessionView view, RunRequest request, boolean onTerminal) {
        last = request;
        String execId = prefix + "-" + ids.incrementAndGet();
        CompletableFuture<RunEnd> end = new CompletableFuture<>();
        Registration listening = request.isBackground() ? listen(execId, end) : () -> {};
        Call<ExecResult> call = sessions.exec(params(view, request, execId, onTerminal));
        Run run = new Run(view, request, execId, call, end);
        running.put(execId, run);
        end.whenComplete((how, failure) -> {
            running.remove(execId);
            listening.close();
        });
        call.result().whenComplete((result, failure) -> {
            if (failure != null) {
                end.complete(endOf(failure));
            } else if (!request.isBackground()) {
                end.complete(new RunEnd.Ended(Outcome.of(result)));
            }
        });
        return run;
    }

    /** What was asked for last; null before anything was. */
    public @Nullable RunRequest last() {
        return last;
    }

    /** The one of an id, while it runs. */
    public @Nullable Run get(String execId) {
        return running.get(execId);
    }

    /** A call in the background is answered when it begins. */
    private Registration listen(String execId, CompletableFuture<RunEnd> end) {
        return sessions.addListener(new SessionsListener() {
            @Override
            public void happened(Happening happening) {
                if (happening.event() instanceof SessionEvent.Exited exited && execId.equals(exited.execId())) {
                    end.complete(new RunEnd.Ended(Outcome.of(exited.params())));
                }
            }

            @Override
            public void lost(String reason, boolean isFinal) {
                end.complete(new RunEnd.Failed("The server is gone: " + reason));
            }
        });
    }

    private static ExecParams params(SessionView view, RunRequest request, String execId, boolean onTerminal) {
        boolean isBackground = request.isBackground();
        return new ExecParams(
                request.command(),
                view.id(),
                execId,
                null,
                null,
                null,
                null,
                onTerminal && !isBackground ? true : null,
                null,
                null,
                null,
                isBackground ? true : null,
                "stream",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static RunEnd endOf(Throwable failure) {
        if (Failures.causeOf(failure) instanceof SandboxException refused) {
            if (refused.isCancelled()) {
                return new RunEnd.Cancelled();
            }
            if (refused.is("SESSION_TERMINATED")) {
                return new RunEnd.Failed("The session was ended.");
            }
        }
        return new RunEnd.Failed(Failures.messageOf(failure));
    }
}
