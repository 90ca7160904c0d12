package dev.sandshell.intellij.core.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.intellij.core.concurrent.SerialExecutor;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a connection to the server: starts it when it is first asked for, and again when it has ended without being told
 * to, as often as the budget allows. Who asks while it starts waits for the same start.
 *
 * <p>Any thread may call, and none waits. What blocks, it does on one thread, {@code sandshell-server}, where futures
 * complete and listeners are told, too.
 */
public final class ServerSupervisor implements AutoCloseable {
    private final ServerCommand command;
    private final ServerLog log;
    private final RestartBudget budget;
    private final SerialExecutor thread = new SerialExecutor("sandshell-server");
    private final List<ServerListener> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

    /** The connection that there is, or that is being made. */
    @GuardedBy("this")
    private @Nullable CompletableFuture<Opened> current;

    @GuardedBy("this")
    private @Nullable RunningServer running;

    @GuardedBy("this")
    private boolean isClosed;

    public ServerSupervisor(ServerCommand command, ServerLog log, RestartBudget budget) {
        this.command = command;
        this.log = log;
        this.budget = budget;
    }

    /** Tells it of the server's coming and going from now on. */
    public Registration addListener(ServerListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether the server runs and has answered. */
    public synchronized boolean isOpen() {
        return running != null && running.isOpen();
    }

    /** The connection, made where there is none. Fails with words for a person. */
    public synchronized CompletableFuture<Opened> open() {
        if (isClosed) {
            return CompletableFuture.failedFuture(shutDown());
        }
        if (current == null) {
            CompletableFuture<Opened> opening = new CompletableFuture<>();
            current = opening;
            thread.execute(() -> start(opening, () -> null));
        }
        return current.copy();
    }

    /**
     * Ends the connection and makes another.
     *
     * @param between done while there is none, on the supervisor's thread; it may wait, and where it fails no other
     *     connection is made before somebody asks for it
     */
    public synchronized CompletableFuture<Opened> restart(Callable<?> between) {
        if (isClosed) {
            return CompletableFuture.failedFuture(shutDown());
        }
        giveUpStart();
        CompletableFuture<Opened> opening = new CompletableFuture<>();
        current = opening;
        thread.execute(() -> start(opening, () -> {
            end();
            budget.reset();
            return between.call();
        }));
        return opening.copy();
    }

    /**
     * Ends the connection for good. Nobody waits here: its process and its threads end soon after, which
     * {@link #closed} tells. A shared server goes on.
     */
    @Override
    public synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            giveUpStart();
            thread.execute(() -> {
                end();
                listeners.clear();
                closed.complete(null);
            });
            thread.close();
        }
    }

    /** After {@link #close}: nothing of it is left but the thread that completes this. */
    public CompletableFuture<@Nullable Void> closed() {
        return closed.copy();
    }

    /** One that does not answer would hold up what comes next. */
    @GuardedBy("this")
    private void giveUpStart() {
        if (running != null && !running.isOpen()) {
            running.process().kill();
        }
    }

    private void start(CompletableFuture<Opened> opening, Callable<?> before) {
        try {
            Object unused = before.call();
            opening.complete(connect(opening));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(opening, e);
        } catch (Exception e) {
            fail(opening, e);
        }
    }

    private void fail(CompletableFuture<Opened> opening, Exception e) {
        synchronized (this) {
            if (current == opening) {
                current = null;
            }
        }
        opening.completeExceptionally(e);
    }

    private Opened connect(CompletableFuture<Opened> opening) throws Exception {
        ProcessBuilder builder = command.prepare();
        log.info("starting " + String.join(" ", builder.command()));
        RunningServer starting = RunningServer.start(builder, log);
        SandboxException refusal = refusalOf(starting, opening);
        if (refusal != null) {
            giveUp(starting);
            throw refusal;
        }
        try {
            tell(listener -> listener.connecting(starting.connection()));
            Opened opened = starting.open();
            log.info(opened.server().serverInfo().name() + " "
                    + opened.server().serverInfo().version() + " answers");
            tell(listener -> listener.opened(opened));
            CompletableFuture<?> unused = starting.connection().ended().thenRunAsync(() -> ended(starting), thread);
            return opened;
        } catch (Exception e) {
            giveUp(starting);
            forget(starting);
            throw e;
        }
    }

    /** Why nobody wants it any more; where somebody does, it is the one that there is. */
    private synchronized @Nullable SandboxException refusalOf(
            RunningServer starting, CompletableFuture<Opened> opening) {
        if (isClosed) {
            return shutDown();
        }
        if (current != opening) {
            return SandboxException.of("Sandshell's server is being restarted.");
        }
        running = starting;
        return null;
    }

    /** So that nothing of it is left when that is said. */
    private static void giveUp(RunningServer starting) {
        starting.process().kill();
        ProcessEnd unused = starting.end();
    }

    /** Answers whether it was the one that there is. */
    private synchronized boolean forget(RunningServer server) {
        boolean isCurrent = running == server;
        if (isCurrent) {
            running = null;
        }
        return isCurrent;
    }

    private void ended(RunningServer server) {
        synchronized (this) {
            if (isClosed || !forget(server)) {
                return;
            }
            current = null;
        }
        replace("it ended with " + server.end().words());
    }

    private void replace(String reason) {
        synchronized (this) {
            if (isClosed || current != null) {
                return;
            }
        }
        if (!budget.take()) {
            String often = budget.most() + " times in " + budget.within().toMinutes() + " minutes";
            log.warn("the server is gone: " + reason + "; it has been started again " + often + ", which is enough");
            tell(listener -> listener.lost(reason + ", and has been started again " + often, true));
            return;
        }
        log.warn("the server is gone: " + reason + "; starting it again");
        tell(listener -> listener.lost(reason, false));
        CompletableFuture<?> unused = open().exceptionally(failure -> {
            tell(listener -> listener.lost(Failures.messageOf(failure), true));
            return null;
        });
    }

    /** Ends the one that there is, and waits for its end. */
    private void end() {
        RunningServer server;
        synchronized (this) {
            server = running;
            running = null;
        }
        if (server != null) {
            ProcessEnd unused = server.end();
        }
    }

    private void tell(Consumer<ServerListener> what) {
        for (ServerListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                log.warn("a listener has failed: " + e);
            }
        }
    }

    private static SandboxException shutDown() {
        return SandboxException.of("Sandshell is being shut down.");
    }
}
