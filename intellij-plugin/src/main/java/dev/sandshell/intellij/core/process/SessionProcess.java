package dev.sandshell.intellij.core.process;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sandshell.intellij.core.concurrent.SerialExecutor;
import dev.sandshell.intellij.core.server.Call;
import dev.sandshell.intellij.core.sessions.SessionEvent;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.intellij.core.sessions.Watching;
import dev.sandshell.protocol.ExecResult;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A command that runs in a session, as a process is for who has started it. Any thread may call, and none waits. Its owner
 * is told on a thread of its own, {@code sandshell-process}, which ends with it; the command prints no faster than that.
 */
public final class SessionProcess {
    private final Sessions sessions;
    private final Supplier<CompletableFuture<SessionView>> session;
    private final ProcessCommand command;
    private final ProcessOwner owner;
    private final String execId = "intellij-run-" + UUID.randomUUID();
    private final ProcessInput input;
    private final SerialExecutor thread = new SerialExecutor("sandshell-process");

    @GuardedBy("this")
    private @Nullable Watching watching;

    @GuardedBy("this")
    private @Nullable Call<ExecResult> call;

    @GuardedBy("this")
    private boolean isStopped;

    /** @param session asked for where to run it, when it is started */
    public SessionProcess(
            Sessions sessions,
            Supplier<CompletableFuture<SessionView>> session,
            ProcessCommand command,
            ProcessOwner owner) {
        this.sessions = sessions;
        this.session = session;
        this.command = command;
        this.owner = owner;
        input = new ProcessInput((bytes, isLast) -> sessions.write(execId, bytes, isLast));
    }

    /** Runs it, after what runs in the session already. To be called once. */
    public void start() {
        CompletableFuture<?> unused = session.get().whenComplete((view, failure) -> {
            if (failure != null) {
                end(ProcessExit.of(failure));
            } else {
                begin(view);
            }
        });
    }

    /** What it reads; closed, its input ends. */
    public OutputStream input() {
        return input;
    }

    /** Interrupts it, and where that does not help ends it by force; {@link ProcessOwner#ended} says when it has. */
    public synchronized void stop() {
        isStopped = true;
        if (call != null) {
            call.cancel();
        }
    }

    /** By force at once. */
    public void kill() {
        CompletableFuture<?> unused = sessions.kill(execId, "SIGKILL");
        stop();
    }

    /** Tells its owner nothing more than what waits for it already. The command goes on. */
    public void detach() {
        thread.close();
        unwatch();
    }

    private void begin(SessionView view) {
        Call<ExecResult> running;
        synchronized (this) {
            watching = sessions.watch(view, this::show);
            running = sessions.exec(command.params(view.id(), execId));
            call = running;
            if (isStopped) {
                running.cancel();
            }
        }
        input.open();
        CompletableFuture<?> unused = running.result().whenComplete((result, failure) -> {
            // All that it has printed has been told before.
            end(failure == null ? ProcessExit.of(result) : ProcessExit.of(failure));
        });
    }

    /** On the thread of {@link Sessions}. */
    private void show(SessionEvent event) {
        if (event instanceof SessionEvent.Output output && execId.equals(output.execId())) {
            thread.put(() -> {
                owner.printed(textOf(output), output.params().stream().equals("stderr"));
                taken(output.bytes());
            });
        } else if (event.bytes() > 0) {
            taken(event.bytes());
        }
    }

    private void taken(long bytes) {
        Watching screen;
        synchronized (this) {
            screen = watching;
        }
        if (screen != null) {
            screen.taken(bytes);
        }
    }

    private static String textOf(SessionEvent.Output output) {
        String text = output.params().text();
        return text != null ? text : new String(output.params().bytes(), StandardCharsets.UTF_8);
    }

    private void end(ProcessExit exit) {
        thread.executeAlways(() -> {
            unwatch();
            owner.ended(exit);
        });
        thread.close();
    }

    private void unwatch() {
        Watching screen;
        synchronized (this) {
            screen = watching;
            watching = null;
        }
        if (screen != null) {
            screen.close();
        }
    }
}
