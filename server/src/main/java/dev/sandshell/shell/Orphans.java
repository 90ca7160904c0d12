package dev.sandshell.shell;

import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.ProcessTable.Entry;
import dev.sandshell.posix.Processes;
import dev.sandshell.posix.Signal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Programs that detached themselves from their session. They become children of the server, which collects them when they
 * end, and ends them when it ends itself, or before, with the session that they certainly came from. The guardian is told
 * of them, for a server that is killed. The looking is done by a worker; the rest is confined to the event loop.
 *
 * <p>A child that somebody else waits for is told by its process session: a shell leads one of its own and is collected
 * by {@link ShellProcess}; what the JDK starts for us stays in the server's, or is the guardian.
 */
public final class Orphans {
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    /** Long enough that a client that runs one command after the other does not feel it. */
    private static final Duration SOON = Duration.ofMillis(10);

    /** A look reads the whole process table, so a flood of orphans must not be able to ask for it all the time. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final EventLoop loop;
    private final Executor workers;
    private final Guardian guardian;
    private final SessionSpans spans = new SessionSpans();
    private final int self = (int) ProcessHandle.current().pid();
    private Set<Integer> watched = Set.of();
    private String adopted = "";
    private int endedSessions;
    private boolean isDue;
    private boolean isLooking;
    private volatile boolean isOver;

    public Orphans(EventLoop loop, Executor workers, Guardian guardian) {
        this.loop = loop;
        this.workers = workers;
        this.guardian = guardian;
    }

    /** Begins to collect those that have ended, now and then. */
    public void start() {
        Processes.adoptOrphans();
        loop.schedule(INTERVAL, this::lookNowAndThen);
    }

    private void lookNowAndThen() {
        // One that is known may make another process session without anything that is seen from here.
        look(!watched.isEmpty());
        loop.schedule(INTERVAL, this::lookNowAndThen);
    }

    /** A command has ended, and may have left a program behind. */
    void lookSoon() {
        if (!isDue) {
            isDue = true;
            loop.schedule(SOON, () -> {
                isDue = false;
                look(false);
            });
        }
    }

    private void look(boolean inAnyCase) {
        String now = ProcessTable.adoptedBy(self);
        if (isLooking || isOver || !(inAnyCase || !now.equals(adopted) || Processes.hasEndedChild())) {
            return;
        }
        adopted = now;
        isLooking = true;
        int endedBefore = endedSessions;
        workers.execute(() -> {
            List<Entry> all = ProcessTable.all();
            Set<Integer> running = new HashSet<>();
            for (Entry orphan : find(all)) {
                if (orphan.isZombie()) {
                    Processes.reap(orphan.pid());
                } else {
                    running.add(orphan.pid());
                }
            }
            Set<Integer> sessions = new HashSet<>();
            CommandProcesses.closure(all, running, Set.of()).forEach(entry -> sessions.add(entry.session()));
            loop.execute(() -> {
                loop.schedule(PAUSE, () -> {
                    isLooking = false;
                    look(false);
                });
                watch(sessions);
                if (running.isEmpty() && endedBefore == endedSessions) {
                    spans.noneLeft();
                }
            });
        });
    }

    /** All of a process session that an orphan has made, or has been left in, is ours. */
    private void watch(Set<Integer> sessions) {
        if (isOver) {
            return;
        }
        for (int session : sessions) {
            if (!watched.contains(session)) {
                guardian.watchSoon(session);
            }
        }
        for (int session : watched) {
            if (!sessions.contains(session)) {
                guardian.forget(session);
            }
        }
        watched = sessions;
    }

    void sessionBegins(String session) {
        spans.begin(session, ProcessTable.ticksNow());
    }

    /**
     * Everything is ended that is known to be the session's.
     *
     * @param areLeft whether there still are orphans, which may be the session's
     */
    void sessionEnded(String session, boolean areLeft) {
        endedSessions++;
        spans.end(session, areLeft);
    }

    /** Whether some of these are orphans and still run; asked by a worker. */
    boolean areAmong(List<Entry> processes) {
        return find(processes).stream().anyMatch(orphan -> !orphan.isZombie());
    }

    /** Whether a process was there before this session; asked by a worker. */
    boolean isOlderThan(String session, Entry process) {
        return spans.isBefore(session, process.startTicks());
    }

    /** Those of these orphans that can only have come from this session; asked by a worker. */
    List<Entry> certainlyFrom(String session, List<Entry> processes) {
        return find(processes).stream()
                .filter(orphan -> spans.isOnlyOneAt(session, orphan.startTicks()))
                .toList();
    }

    /** Kills those that still run, with their descendants; called when all sessions are closed. */
    public void kill() {
        isOver = true;
        List<Entry> all = ProcessTable.all();
        Set<Integer> roots = new HashSet<>();
        find(all).forEach(orphan -> roots.add(orphan.pid()));
        for (Entry entry : CommandProcesses.closure(all, roots, Set.of())) {
            Processes.signal(entry.pid(), Signal.SIGKILL);
        }
    }

    private List<Entry> find(List<Entry> all) {
        int ownSession = ProcessTable.entry(self).map(Entry::session).orElse(0);
        Set<Integer> shells = ShellProcess.known();
        return all.stream()
                .filter(entry -> entry.parent() == self)
                .filter(entry -> entry.session() != ownSession && !guardian.isItself(entry.pid()))
                .filter(entry -> !shells.contains(entry.pid()))
                .toList();
    }
}
