package dev.sandshell.session;

import com.google.common.collect.ImmutableList;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One live shell and the calls that wait for it. Confined to its scheduler; no call blocks.
 *
 * <p>Invariants: at most one {@link Turn} is under way, and turns begin in order of arrival; at most
 * {@code limits.queuedCalls()} wait. A shell that ends takes its command with it, never the session: a fresh one is
 * started at once, and again at the next call where that failed. Events are numbered from 1 without a gap.
 */
public final class ShellSession implements Shell.Listener {
    private final SessionSpec spec;
    private final boolean hasState;
    private final SessionContext context;
    private final Shell shell;
    private final long createdAtMs;
    private final TurnQueue queue;
    private final EventLog log;
    private final Attachments attachments;
    private final ExecRecords execs;
    private final ExecEvents events;
    private final SessionChanges changes;
    private final Console console;
    private final ShellTurns turns;
    private final ShellPast past;
    private final PendingReset reset = new PendingReset();
    private final CompletableFuture<ShellSession> firstStart = new CompletableFuture<>();

    private SessionState state = SessionState.STARTING;
    private boolean isShellDown;
    private @Nullable Turn current;
    private String cwd;
    private int previousStatus;

    ShellSession(SessionSpec spec, SessionContext context) throws RefusedException {
        this(KeptSession.begun(spec, context.clock().millis()), new ShellPast(), context);
    }

    /** A session that was kept. Its shell is started when it is needed: many may have been kept. */
    static ShellSession kept(KeptSession kept, SessionContext context) throws RefusedException {
        ShellSession session = new ShellSession(kept, new ShellPast(kept), context);
        session.isShellDown = true;
        session.state = SessionState.IDLE;
        session.firstStart.complete(session);
        session.changes.isKnown();
        return session;
    }

    private ShellSession(KeptSession begin, ShellPast past, SessionContext context) throws RefusedException {
        SessionSpec first = begin.spec();
        this.spec = first.withoutState();
        this.hasState = first.state() != null;
        this.past = past;
        this.context = context;
        this.queue = new TurnQueue(spec.sessionId(), context.limits());
        this.createdAtMs = begin.createdAtMs();
        this.log = context.logs().open();
        this.attachments = new Attachments(spec.sessionId(), log, this::outputDrained);
        this.execs = new ExecRecords(context.limits().finishedExecs(), log, context.execs());
        this.events = new ExecEvents(spec, context.history(), attachments, execs);
        this.changes = new SessionChanges(context.scheduler(), this::view, attachments, context.onlookers());
        this.turns = new ShellTurns(this, context.execs());
        this.cwd = begin.cwd();
        this.shell = context.backend().open(first, this);
        this.console = new Console(this, spec.size(), shell.terminal(), attachments, changes);
    }

    /** Starts the shell; completes when it is ready, or with why it is not. */
    CompletableFuture<ShellSession> start() {
        shell.start(hasState);
        return firstStart;
    }

    public String id() {
        return spec.sessionId();
    }

    SessionSpec spec() {
        return spec.sized(console.size());
    }

    public SessionView view() {
        return new SessionView(
                spec.sessionId(),
                spec.name(),
                state,
                shell.name(),
                shell.pid(),
                cwd,
                createdAtMs,
                console.size(),
                current instanceof Exec exec ? exec.request().execId() : null,
                queue.size(),
                past.restarts(),
                attachments.count(),
                past.lastEnd(),
                past.isFromStore());
    }

    // ---- clients

    /** Tells a client what happens from now on. */
    public void attach(SessionListener listener) {
        attach(listener, OptionalLong.empty(), replay -> {});
    }

    /**
     * The same, and what has happened after an event. Twice is harmless.
     *
     * @param answer told where the client goes on, before it is told of anything
     */
    public void attach(SessionListener listener, OptionalLong afterSeq, Consumer<Replay> answer) {
        wake();
        answer.accept(attachments.attach(listener, afterSeq));
        context.onlookers().attached(listener, id());
        attachments.drained();
        clientsChanged();
    }

    /** Tells a client no more, but for what its own calls have asked for. */
    public void detach(SessionListener listener) {
        attachments.detach(listener);
        clientsChanged();
    }

    /** A client has gone. */
    public void leave(SessionListener listener) {
        attachments.leave(listener);
        clientsChanged();
    }

    private void clientsChanged() {
        next();
        // A session that starts is told of when it has.
        if (firstStart.isDone() && state != SessionState.TERMINATED) {
            changes.tellSoon();
        }
    }

    /** A client has taken so much output. */
    public void acknowledge(SessionListener listener, long bytes) {
        attachments.acknowledge(listener, bytes);
        next();
    }

    /** The outcome of a client's call, once it has been told of all that happened before that. */
    public CompletableFuture<ExecResult> answer(SessionListener caller, Exec exec) {
        exec.expectAnswer();
        return attachments.inOrder(caller, exec.reply()).whenComplete((result, failure) -> exec.answered());
    }

    /** A client has room again. */
    public void outputDrained() {
        attachments.drained();
        next();
    }

    // ---- calls

    /** Takes a command in; its answer comes by {@link Exec#reply()}, and its caller is told what becomes of it. */
    public Exec submit(ExecRequest request, SessionListener caller) throws RefusedException {
        attachments.checkReads(caller, context.limits().queuedCalls());
        Exec exec = accept(request);
        attachments.call(caller, request.execId());
        next();
        return exec;
    }

    /** The same for a caller who does not want to know. */
    Exec submit(ExecRequest request) throws RefusedException {
        Exec exec = accept(request);
        next();
        return exec;
    }

    private Exec accept(ExecRequest request) throws RefusedException {
        if (request.whenBusy() == WhenBusy.REJECT && (current != null || !queue.isEmpty())) {
            throw new RefusedException(RefusalCode.SESSION_BUSY, "session " + id() + " is busy");
        }
        Exec exec = new Exec(this, request, context.execs().collected());
        execs.add(exec);
        try {
            enqueue(exec);
        } catch (RefusedException e) {
            execs.remove(exec);
            throw e;
        }
        return exec;
    }

    /** What can be asked of its shell, and be changed in it, beside commands. */
    public ShellTurns turns() {
        return turns;
    }

    /** Its terminal. */
    public Console console() {
        return console;
    }

    <T> CompletableFuture<T> submit(ShellTurn<T> turn) throws RefusedException {
        try {
            enqueue(turn);
        } catch (RefusedException e) {
            turn.abandon(e);
            throw e;
        }
        next();
        return turn.reply();
    }

    /** Replaces the shell by a fresh one; a running command ends with it, waiting calls go on waiting. */
    public CompletableFuture<ShellSession> reset(boolean keepsState) throws RefusedException {
        checkAlive();
        CompletableFuture<ShellSession> underWay = reset.underWay();
        if (underWay != null) {
            return underWay;
        }
        CompletableFuture<ShellSession> reply = reset.begin(keepsState);
        if (isShellDown) {
            restart(keepsState);
        } else {
            if (current instanceof Exec exec && !exec.request().isBackground()) {
                exec.kill();
            } else if (state != SessionState.STARTING) {
                shell.kill();
            }
        }
        return reply;
    }

    @Override
    public void terminalOutput(byte[] bytes, int length) {
        if (state != SessionState.TERMINATED) {
            console.shown(bytes, length);
        }
    }

    @Override
    public void typed(TypedCommand command) {
        if (state != SessionState.TERMINATED) {
            execs.addTyped(this, command);
            changes.tellSoon();
        }
    }

    // ---- what it remembers

    public Optional<Exec> exec(String execId) {
        return execs.find(execId);
    }

    public ImmutableList<Exec> execs() {
        return execs.all();
    }

    EventLog log() {
        return log;
    }

    private void enqueue(Turn turn) throws RefusedException {
        checkAlive();
        queue.add(turn);
        changes.tellSoon();
    }

    void checkAlive() throws RefusedException {
        if (state == SessionState.TERMINATED) {
            throw terminated();
        }
    }

    private RefusedException terminated() {
        return new RefusedException(RefusalCode.SESSION_TERMINATED, "session " + id() + " has been deleted");
    }

    void withdraw(Turn turn) {
        queue.remove(turn);
        settle();
        changes.tellSoon();
    }

    /** Nothing runs and nothing waits: it is idle. */
    private void settle() {
        if (state == SessionState.BUSY && current == null && queue.isEmpty()) {
            state = SessionState.IDLE;
        }
    }

    private void next() {
        if (current != null || state == SessionState.TERMINATED || queue.isEmpty()) {
            return;
        }
        if (isShellDown) {
            restart(true);
            return;
        }
        // What a command ends with has no bound but the client's reading, so that comes first.
        if (state == SessionState.STARTING || attachments.isFull(queue)) {
            return;
        }
        Turn turn = queue.poll();
        if (turn != null) {
            current = turn;
            state = SessionState.BUSY;
            changes.tellSoon();
            turn.begin(shell);
        }
    }

    void turnOver(Turn turn) {
        if (current == turn) {
            current = null;
            settle();
            changes.tellSoon();
            // From a task of its own: a long queue must not become a deep stack.
            context.scheduler().execute(this::next);
        }
    }

    // ---- its shell

    @Override
    public void ready(String newCwd, boolean stateRestored) {
        if (state == SessionState.TERMINATED) {
            return;
        }
        isShellDown = false;
        if (!reset.keepsState() && stateRestored) {
            // Asked for while this one was on its way, with the state that was not wanted.
            shell.kill();
            return;
        }
        execs.restarted(stateRestored);
        cwd = newCwd;
        // A state that the session was made with is no news to whoever made it.
        past.ready(stateRestored, firstStart.isDone());
        state = SessionState.IDLE;
        firstStart.complete(this);
        Turn interrupted = current;
        if (interrupted != null) {
            interrupted.restarted(stateRestored);
        }
        reset.done(this);
        changes.tellNow();
        keep();
        next();
    }

    @Override
    public void startFailed(RefusedException why) {
        if (state == SessionState.TERMINATED) {
            return;
        }
        isShellDown = true;
        if (!firstStart.isDone()) {
            // Before the registry hears of it and closes the session: those who wait shall learn the cause.
            terminate(why);
            firstStart.completeExceptionally(why);
            return;
        }
        execs.restarted(false);
        Turn interrupted = current;
        current = null;
        if (interrupted != null) {
            interrupted.restarted(false);
        }
        reset.failed(why);
        // Whoever waits now is told; the next call tries again.
        queue.abandon(why);
        state = SessionState.IDLE;
        changes.tellNow();
    }

    @Override
    public void ended(ShellEnd end) {
        if (state == SessionState.TERMINATED) {
            return;
        }
        past.ended(end);
        console.ended();
        Turn running = current;
        if (running != null) {
            running.shellEnded(end);
        }
        restart(reset.keepsState());
    }

    private void restart(boolean keepsState) {
        if (!keepsState) {
            previousStatus = 0;
        }
        isShellDown = false;
        past.restarting();
        if (state != SessionState.STARTING) {
            state = SessionState.STARTING;
            changes.tellNow();
        }
        shell.start(keepsState);
    }

    // ---- what is kept of it

    /** A session that was kept is used for the first time since. */
    void wake() {
        if (isShellDown && past.awaitsFirst() && state != SessionState.TERMINATED) {
            restart(true);
        }
    }

    /** What its shell wrote down at its last prompt, without asking it anything; nothing where it has not been at one. */
    public Optional<StateSource> lastState() {
        return state == SessionState.TERMINATED ? Optional.empty() : shell.lastState();
    }

    @Override
    public void stateTaken() {
        keep();
    }

    /** Something has changed that is to outlive the server. */
    void keep() {
        if (firstStart.isDone() && state != SessionState.TERMINATED) {
            context.store().save(new KeptSession(spec(), cwd, createdAtMs, past.restarts()), shell.lastState());
        }
    }

    /** Ends it and everything that runs in it; completes once all is gone. Twice is harmless. */
    CompletableFuture<Void> close() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        terminate(terminated());
        firstStart.completeExceptionally(terminated());
        shell.close(() -> closed.complete(null));
        return closed;
    }

    private void terminate(RefusedException why) {
        if (state == SessionState.TERMINATED) {
            return;
        }
        state = SessionState.TERMINATED;
        changes.end();
        reset.failed(why);
        Turn running = current;
        current = null;
        if (running != null) {
            running.abandon(why);
        }
        queue.abandon(why);
        execs.abandon(why);
        attachments.end();
        execs.clear();
        log.close();
    }

    // ---- what its commands need of it

    SessionContext context() {
        return context;
    }

    @Nullable
    Duration commandTimeout() {
        return spec.commandTimeout();
    }

    String cwd() {
        return cwd;
    }

    int previousStatus() {
        return previousStatus;
    }

    ShellPast past() {
        return past;
    }

    void commandEnded(int status, String newCwd) {
        previousStatus = status;
        cwd = newCwd;
    }

    ExecEvents events() {
        return events;
    }
}
