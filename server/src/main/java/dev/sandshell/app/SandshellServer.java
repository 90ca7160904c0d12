package dev.sandshell.app;

import com.google.common.base.Ticker;
import dev.sandshell.concurrent.NamedThreads;
import dev.sandshell.history.SqliteCommandLog;
import dev.sandshell.overflow.OverflowFolder;
import dev.sandshell.policy.Limits;
import dev.sandshell.policy.OverflowLimits;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.Processes;
import dev.sandshell.rpc.ServerContext;
import dev.sandshell.session.CommandLog;
import dev.sandshell.session.ExecWaits;
import dev.sandshell.session.KeptSession;
import dev.sandshell.session.Overflow;
import dev.sandshell.session.SessionRegistry;
import dev.sandshell.session.SessionStore;
import dev.sandshell.shell.Guardian;
import dev.sandshell.shell.Orphans;
import dev.sandshell.shell.PosixShellBackend;
import dev.sandshell.shell.RuntimeFolder;
import dev.sandshell.shell.TcpPortProbe;
import dev.sandshell.state.StateFolder;
import dev.sandshell.store.FileSessionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one server, put together. Any thread may close it, once or often; it waits, within bounds, until all that
 * its sessions started is gone.
 */
public final class SandshellServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SandshellServer.class.getName());

    /** Larger than any command or input that makes sense as one message, small enough to be held. */
    private static final int MAX_MESSAGE_BYTES = 16 << 20;

    /** One forks while another looks at the process table; more would only compete for the same locks in the kernel. */
    private static final int WORKERS = 4;

    private static final int PORT_PROBES = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final EventLoop loop;
    private final ExecutorService workers;
    private final ExecutorService probes;
    private final @Nullable ExecutorService storeWriter;
    private final RuntimeFolder folder;
    private final Guardian guardian;
    private final Orphans orphans;
    private final CommandLog history;
    private final Overflow overflow;
    private final ServerContext context;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private SandshellServer(
            EventLoop loop,
            ExecutorService workers,
            ExecutorService probes,
            @Nullable ExecutorService storeWriter,
            RuntimeFolder folder,
            Guardian guardian,
            Orphans orphans,
            CommandLog history,
            Overflow overflow,
            ServerContext context) {
        this.loop = loop;
        this.workers = workers;
        this.probes = probes;
        this.storeWriter = storeWriter;
        this.folder = folder;
        this.guardian = guardian;
        this.orphans = orphans;
        this.history = history;
        this.overflow = overflow;
        this.context = context;
    }

    /** Makes a server that is ready for its client, and whose sessions end with it. */
    public static SandshellServer start(Limits limits, Map<String, String> environment) throws IOException {
        return start(limits, environment, loop -> Overflow.NONE, SessionStore.NONE, null);
    }

    /**
     * Makes a server that is ready for many clients: none of them waits for another, and who is behind, or away, is told
     * from a file what there is no memory for. It begins with the sessions that the one before has left, and its own outlive
     * it. Of these only one may run for a state folder.
     */
    public static SandshellServer startShared(Limits limits, Map<String, String> environment) throws IOException {
        StateFolder state = StateFolder.of(environment);
        ExecutorService writer = NamedThreads.workers("session-store", 1);
        SessionStore store = new FileSessionStore(
                state,
                task -> writer.execute(() -> {
                    // Commands go before what is kept of them.
                    Processes.standBack();
                    task.run();
                }));
        SandshellServer server = start(
                limits, environment, loop -> new OverflowFolder(state, OverflowLimits.defaults(), loop), store, writer);
        store.readAll(server::takeUp);
        return server;
    }

    private static SandshellServer start(
            Limits limits,
            Map<String, String> environment,
            Function<? super EventLoop, ? extends Overflow> overflows,
            SessionStore store,
            @Nullable ExecutorService storeWriter)
            throws IOException {
        NativePaths.tell();
        Preload.terminals();
        RuntimeFolder folder = RuntimeFolder.of(environment);
        try {
            folder.ensure();
        } catch (IOException e) {
            // Tried again for each session, which says so; a client should hear it, and not just see us end.
            LOG.log(Level.FINE, "there is no runtime folder", e);
        }
        EventLoop loop = new EventLoop("event-loop");
        loop.start();
        ExecutorService workers = NamedThreads.workers("worker", WORKERS);
        // Of their own: a host that does not answer must not keep a shell from being started or ended.
        ExecutorService probes = NamedThreads.workers("port-probe", PORT_PROBES);
        Guardian guardian = new Guardian(workers, folder);
        Orphans orphans = new Orphans(loop, workers, guardian);
        orphans.start();
        PosixShellBackend shells = new PosixShellBackend(loop, workers, limits, guardian, orphans, folder, environment);
        CommandLog history = history(limits, environment, loop);
        Overflow overflow = overflows.apply(loop);
        SessionRegistry registry = new SessionRegistry(
                shells, loop, limits, Clock.systemUTC(), Ticker.systemTicker(), history, overflow, store);
        ServerContext context = new ServerContext(
                loop,
                workers,
                registry,
                shells,
                new ExecWaits(loop, new TcpPortProbe(probes), limits.memory().waits()),
                () -> outputFolder(folder),
                Version.current(),
                MAX_MESSAGE_BYTES,
                store != SessionStore.NONE);
        return new SandshellServer(
                loop, workers, probes, storeWriter, folder, guardian, orphans, history, overflow, context);
    }

    private static Path outputFolder(RuntimeFolder folder) throws IOException {
        folder.ensure();
        return folder.path().resolve("output");
    }

    /** The user's command log; one that remembers nothing where the user wants none. */
    static CommandLog history(Limits limits, Map<String, String> environment, Executor answers) {
        return "off".equals(environment.get("SANDSHELL_HISTORY"))
                ? CommandLog.NONE
                : new SqliteCommandLog(
                        StateFolder.of(environment),
                        limits.history(),
                        Clock.systemUTC(),
                        answers,
                        // Commands go before what is remembered of them.
                        task -> NamedThreads.factory("history").newThread(() -> {
                            Processes.standBack();
                            task.run();
                        }));
    }

    public ServerContext context() {
        return context;
    }

    /** Calls back when a process has ended, which may be now; running what this returns stops the waiting. */
    Runnable whenEnded(int pid, Runnable action) {
        ProcessWatch watch = new ProcessWatch(loop, pid, action);
        loop.execute(watch::begin);
        return () -> loop.execute(watch::end);
    }

    /** On the loop, and waited for: the next one's state is not read before. */
    private void takeUp(KeptSession kept) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                context.registry().takeUp(kept);
            } catch (RefusedException | RuntimeException e) {
                LOG.log(Level.WARNING, "session {0} is not taken up: {1}", new Object[] {
                    kept.spec().sessionId(), e.getMessage()
                });
            } finally {
                done.complete(null);
            }
        });
        done.join();
    }

    /** Ends it. What is kept of its sessions stays. */
    @Override
    public synchronized void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        CompletableFuture<Void> gone = new CompletableFuture<>();
        loop.execute(() -> {
            CompletableFuture<Void> unused =
                    context.registry().closeAll().whenComplete((nothing, failure) -> gone.complete(null));
        });
        boolean isClean = true;
        try {
            gone.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            isClean = false;
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "not everything ended in time", e);
            isClean = false;
        }
        orphans.kill();
        if (history instanceof SqliteCommandLog log) {
            log.close(Duration.ofNanos(end - System.nanoTime()));
        }
        if (overflow instanceof OverflowFolder files) {
            files.close();
        }
        workers.shutdown();
        probes.shutdownNow();
        if (storeWriter != null) {
            storeWriter.shutdown();
        }
        loop.close();
        if (isClean) {
            guardian.close();
        }
        folder.delete();
    }
}
