package dev.sandshell.shell;

import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.ProcessTable.Entry;
import dev.sandshell.posix.Processes;
import dev.sandshell.posix.Signal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Programs that detached themselves from their session. They become children of the server, which collects them when they
 * end, and ends them when it ends itself. The looking is done by a worker; the rest is confined to the event loop.
 *
 * <p>A child that somebody else waits for is told by its process session: a shell leads one of its own and is collected
 * by {@link ShellProcess}; what the JDK starts for us stays in the server's, or is the guardian.
 */
public final class Orphans {
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final EventLoop loop;
    private final Executor workers;
    private final Guardian guardian;

    public Orphans(EventLoop loop, Executor workers, Guardian guardian) {
        this.loop = loop;
        this.workers = workers;
        this.guardian = guardian;
    }

    /** Begins to collect those that have ended, now and then. */
    public void start() {
        Processes.adoptOrphans();
        loop.schedule(INTERVAL, this::look);
    }

    private void look() {
        if (Processes.hasEndedChild()) {
            workers.execute(() -> {
                for (Entry orphan : find()) {
                    if (orphan.isZombie()) {
                        Processes.reap(orphan.pid());
                    }
                }
            });
        }
        loop.schedule(INTERVAL, this::look);
    }

    /** Kills those that still run, with their descendants; called when all sessions are closed. */
    public void kill() {
        List<Entry> all = ProcessTable.all();
        java.util.Set<Integer> roots = new java.util.HashSet<>();
        find().forEach(orphan -> roots.add(orphan.pid()));
        for (Entry entry : CommandProcesses.closure(all, roots, java.util.Set.of())) {
            Processes.signal(entry.pid(), Signal.SIGKILL);
        }
    }

    private List<Entry> find() {
        int self = (int) ProcessHandle.current().pid();
        int ownSession = ProcessTable.entry(self).map(Entry::session).orElse(0);
        return ProcessTable.all().stream()
                .filter(entry -> entry.parent() == self)
                .filter(entry -> entry.session() != ownSession && !guardian.isItself(entry.pid()))
                .filter(entry -> !ShellProcess.isKnown(entry.pid()))
                .toList();
    }
}
