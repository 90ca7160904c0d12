package dev.sandshell.intellij.core.sessions;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sandshell.protocol.Exec;
import dev.sandshell.protocol.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One session as far as it has been heard of: what it is, its commands, and the number of its last event. It stays the same
 * object as long as the session is there. Any thread may look; the thread of {@link Sessions} writes.
 */
public final class SessionView {
    /** How many commands a session remembers here; those that run are not forgotten. */
    private static final int KEPT_EXECS = 100;

    private volatile Session session;
    private volatile long lastSeq;

    @GuardedBy("this")
    private final Map<String, ExecView> execs = new LinkedHashMap<>();

    SessionView(Session session) {
        this.session = session;
    }

    public String id() {
        return session.sessionId();
    }

    /** What the server has said of it last. */
    public Session session() {
        return session;
    }

    /** Whether it is over. */
    public boolean isTerminated() {
        return session.state().equals("terminated");
    }

    public long lastSeq() {
        return lastSeq;
    }

    /** The command that runs in its shell. */
    public @Nullable ExecView current() {
        return newestExecs().stream()
                .filter(exec -> exec.isRunning() && !exec.isBackground())
                .findFirst()
                .orElse(null);
    }

    public synchronized @Nullable ExecView exec(String execId) {
        return execs.get(execId);
    }

    /** Newest first; at most 100, but for those that run. */
    public synchronized List<ExecView> newestExecs() {
        List<ExecView> newest = new ArrayList<>(execs.values());
        Collections.reverse(newest);
        return newest;
    }

    void update(Session session) {
        this.session = session;
    }

    void terminate() {
        Session last = session;
        session = new Session(
                last.sessionId(),
                last.name(),
                "terminated",
                last.shell(),
                last.pid(),
                last.cwd(),
                last.createdAtMs(),
                last.size(),
                null,
                0,
                last.restarts(),
                last.attachedClients(),
                last.lastExit(),
                last.stateRestored());
    }

    void goOnAfter(long seq) {
        lastSeq = seq;
    }

    /** It is another session of that name, whose events begin after a number. */
    synchronized void beginAgainAfter(long seq) {
        lastSeq = seq;
        execs.clear();
    }

    /** Commands that the server knows of, oldest first. */
    void remember(List<Exec> known) {
        for (Exec exec : known) {
            if (!exec.state().equals("queued") && exec(exec.execId()) == null) {
                remember(new ExecView(exec));
            }
        }
    }

    private synchronized void remember(ExecView exec) {
        execs.put(exec.execId(), exec);
        for (Iterator<ExecView> old = execs.values().iterator(); execs.size() > KEPT_EXECS && old.hasNext(); ) {
            if (!old.next().isRunning()) {
                old.remove();
            }
        }
    }

    /** Takes in what has happened; answers the command that it has happened to. */
    @Nullable
    ExecView take(SessionEvent event) {
        lastSeq = event.seq();
        if (event instanceof SessionEvent.Started started) {
            ExecView exec = new ExecView(started.params());
            remember(exec);
            return exec;
        }
        String execId = event.execId();
        ExecView exec = execId == null ? null : exec(execId);
        if (exec == null) {
            return null;
        }
        if (event instanceof SessionEvent.Output output) {
            exec.printed(output.text());
        } else if (event instanceof SessionEvent.InputRequired asking) {
            exec.asks(asking.params().secret());
        } else if (event instanceof SessionEvent.Exited exited) {
            exec.exited(Outcome.of(exited.params()));
        }
        return exec;
    }
}
