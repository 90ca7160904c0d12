package dev.sandshell.session;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.concurrent.ByteBudget;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.ExecView.Phase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One command, from the call until nothing of it can come any more. Confined to the session's scheduler.
 *
 * <p>Its phases only go forward. {@code exited} and {@code closed} are told once each, in that order, whatever happens:
 * the command ends, is stopped, takes the shell with it, or the session is deleted.
 */
public final class Exec implements Turn, RunningCommand.Listener {
    private final ShellSession session;
    private final ExecOutput output;
    private final OutputSource source;
    private final TimeLimits timeLimits;
    private final ExecObservers observers = new ExecObservers();

    private ExecRequest request;
    private CompletableFuture<ExecResult> reply = new CompletableFuture<>();
    private Phase phase = Phase.QUEUED;
    private ExecStatus status = ExecStatus.UNKNOWN;
    private String cwd;
    private String startCwd = "";
    private long startedAtMs;

    /** Of an event that has not been yet: what the log has before it is another command's, that had the same id. */
    private long startedSeq = Long.MAX_VALUE;

    private long startedNanos;
    private long durationMs;
    private @Nullable ExecResult lastResult;
    private boolean isAnswered = true;
    private boolean isCancelled;
    private boolean isStopping;
    private boolean hasReported;
    private boolean isHeldBack;
    private boolean hasTimedOut;
    private boolean afterRestore;
    private @Nullable RunningCommand command;
    private @Nullable Escalation escalation;
    private @Nullable ShellEnd shellEnd;

    Exec(ShellSession session, ExecRequest request, ByteBudget collected) {
        this.session = session;
        this.request = request;
        this.output = new ExecOutput(request, collected);
        this.timeLimits = new TimeLimits(session.context(), output, () -> isHeldBack, this::timeOut);
        this.source = new OutputSource(request.execId(), request.output().streams(), this::setReading);
        this.cwd = request.cwd() == null ? session.cwd() : request.cwd();
    }

    public ExecRequest request() {
        return request;
    }

    /**
     * The call's answer: the result, a refusal, or {@link ExecCancelledException}. A background command's comes early. Who
     * asks after it has been told gets it without the output.
     */
    public CompletableFuture<ExecResult> reply() {
        return reply;
    }

    public boolean hasExited() {
        return phase == Phase.EXITED || phase == Phase.CLOSED;
    }

    public boolean isClosed() {
        return phase == Phase.CLOSED;
    }

    /** Whether signals can still reach something. */
    public boolean isRunning() {
        return phase == Phase.RUNNING || phase == Phase.EXITED;
    }

    public ShellSession session() {
        return session;
    }

    public ExecView view() {
        boolean hasBegun = startedAtMs != 0;
        return new ExecView(
                session.id(),
                request.execId(),
                request.command(),
                cwd,
                phase,
                request.isBackground(),
                status,
                output.total(StreamName.STDOUT),
                output.total(StreamName.STDERR),
                hasBegun ? startedAtMs : null,
                hasExited() ? durationMs : null);
    }

    /** The result so far, or the last one; of a foreground command that has been told, without its output. */
    public ExecResult result() {
        if (lastResult != null) {
            return lastResult;
        }
        long duration = phase == Phase.RUNNING && !hasReported ? elapsedMs() : durationMs;
        return new ExecResult(
                session.id(),
                request.execId(),
                status,
                output.collected(StreamName.STDOUT),
                output.collected(StreamName.STDERR),
                request.encoding(),
                startedAtMs,
                duration,
                cwd);
    }

    /** What the log keeps of its output after a number, oldest first. */
    List<OutputChunk> outputAfter(long seq) {
        return session.log().outputAfter(request.execId(), Math.max(seq, startedSeq));
    }

    boolean hasForgottenOutputAfter(long seq) {
        return session.log().hasForgottenOutputAfter(request.execId(), Math.max(seq, startedSeq));
    }

    /** The folder that it began in, once it has. */
    String startCwd() {
        return startCwd;
    }

    /** What has its output come, and is held up by clients that do not take it. */
    OutputSource source() {
        return source;
    }

    ExecObservers observers() {
        return observers;
    }

    // ---- what callers ask for

    /** Takes the call back: out of the queue at once, or by stopping the command. Twice is harmless. */
    public void cancel() {
        if (phase == Phase.QUEUED) {
            isCancelled = true;
            session.withdraw(this);
            close();
            reply.completeExceptionally(new ExecCancelledException(result()));
        } else if (phase == Phase.RUNNING) {
            isCancelled = true;
            stop();
        }
    }

    public boolean interrupt() {
        if (isRunning() && command != null) {
            command.stop(RunningCommand.Stop.INTERRUPT);
        }
        return isRunning();
    }

    public boolean signal(String name) {
        if (isRunning() && command != null) {
            command.signal(name);
        }
        return isRunning();
    }

    public CompletableFuture<Void> write(byte[] bytes, boolean closesInput) {
        InputWrite write = new InputWrite(request);
        if (phase == Phase.QUEUED) {
            return write.refuse("is still queued");
        }
        boolean isOver = phase == Phase.CLOSED || (phase == Phase.EXITED && !request.isBackground());
        return command == null || isOver ? write.refuse("has ended") : write.write(command, bytes, closesInput);
    }

    /** A client waits for the result, which is not sent the moment that it is known. */
    void expectAnswer() {
        isAnswered = false;
    }

    /** The result is on its way. */
    void answered() {
        isAnswered = true;
        if (hasExited() && !request.isBackground()) {
            releaseOutput();
        }
    }

    /** Whether its result can still be asked for with the output that it has collected. */
    boolean retainsOutput() {
        return request.isBackground() && lastResult != null;
    }

    /** Lets go of the output; the result says that it is truncated. */
    void releaseOutput() {
        output.release();
        ExecResult bare = lastResult == null ? null : lastResult.withoutOutput();
        if (bare != null) {
            lastResult = bare;
            // The future that was given out holds the result, too.
            reply = isCancelled
                    ? CompletableFuture.failedFuture(new ExecCancelledException(bare))
                    : CompletableFuture.completedFuture(bare);
        }
    }

    /** Nobody can ask about it any more. */
    void forget() {
        session.events().forget(this);
    }

    /** About how much memory its call holds. */
    long weight() {
        return request.weight();
    }

    /** Kills it, and the shell with it. */
    void kill() {
        if (command != null) {
            command.stop(RunningCommand.Stop.KILL_WITH_SHELL);
        }
    }

    private void setReading(boolean isReading) {
        isHeldBack = !isReading;
        if (command != null) {
            command.setReading(isReading);
        }
    }

    // ---- its turn

    @Override
    public void begin(Shell shell) {
        phase = Phase.RUNNING;
        startedAtMs = session.context().clock().millis();
        startedNanos = session.context().ticker().read();
        afterRestore = session.past().takeRestoredMark();
        if (request.cwd() == null) {
            cwd = session.cwd();
        }
        if (request.size() != null) {
            session.console().resizeTo(request.size());
        }
        startCwd = cwd;
        startedSeq = session.events().publish(seq -> new SessionEvent.Started(view(), seq));
        CommandSpec spec = new CommandSpec(
                request.command(),
                request.cwd(),
                ImmutableMap.copyOf(request.env()),
                request.stdin(),
                request.keepsStdinOpen() && !request.isOnTerminal(),
                request.isBackground(),
                request.mergesStderr(),
                request.isOnTerminal(),
                session.previousStatus());
        RunningCommand running = shell.run(spec, this);
        command = running;
        escalation = new Escalation(
                session.context().scheduler(), session.context().limits().escalationStep(), running);
        timeLimits.begin(
                request.timeout() == null ? session.commandTimeout() : request.timeout(), request.idleTimeout());
        session.events().holdBackIfSaturated(source);
    }

    private void timeOut() {
        if (phase == Phase.RUNNING) {
            hasTimedOut = true;
            stop();
        }
    }

    private void stop() {
        RunningCommand running = command;
        Escalation stopping = escalation;
        if (running != null && stopping != null && !isStopping && !hasReported) {
            isStopping = true;
            running.markTree(stopping::start);
        }
    }

    /** It is one that somebody has run at the shell's own prompt: no turn of ours, and it is over. */
    void wasTyped(TypedCommand typed, long endedAtMs, boolean stateRestored) {
        phase = Phase.RUNNING;
        durationMs = typed.took().toMillis();
        startedAtMs = endedAtMs - durationMs;
        startCwd = cwd;
        startedSeq = session.events().publish(seq -> new SessionEvent.Started(view(), seq));
        hasReported = true;
        ExecStatus outcome = typed.outcome(stateRestored);
        if (!outcome.shellExited()) {
            cwd = typed.cwd();
        }
        // What it left in $? is for who types, and not for the next call.
        exit(outcome, session.previousStatus());
        close();
    }

    @Override
    public void started() {
        if (phase == Phase.RUNNING && request.isBackground() && !reply.isDone()) {
            reply.complete(result());
            session.turnOver(this);
        }
    }

    @Override
    public void output(StreamName stream, byte[] bytes, int length) {
        if (phase == Phase.CLOSED) {
            return;
        }
        OutputChunk chunk =
                output.append(stream, bytes, length, session.context().ticker().read(), session.events()::nextSeq);
        if (chunk != null) {
            session.events().output(this, chunk);
        }
    }

    @Override
    public void inputRequired(boolean isSecret) {
        if (phase == Phase.RUNNING) {
            session.events()
                    .publish(seq -> new SessionEvent.InputRequired(session.id(), request.execId(), isSecret, seq));
        }
    }

    @Override
    public void streamEnded(StreamName stream) {
        if (phase == Phase.CLOSED) {
            return;
        }
        OutputChunk rest = output.end(stream, session.events()::nextSeq);
        if (rest != null) {
            session.events().output(this, rest);
        }
    }

    @Override
    public void reported() {
        // There is nothing left to stop: going on would end the shell for a client that reads slowly.
        hasReported = true;
        stopTimers();
        durationMs = elapsedMs();
    }

    @Override
    public void finished(int exitStatus, String newCwd) {
        if (phase != Phase.RUNNING) {
            return;
        }
        if (!request.isBackground() && !newCwd.isEmpty()) {
            cwd = newCwd;
        }
        exit(new ExecStatus(exitStatus, null, hasTimedOut, false, afterRestore), exitStatus);
    }

    @Override
    public void lost() {
        if (phase == Phase.RUNNING) {
            exit(new ExecStatus(null, null, hasTimedOut, false, false), session.previousStatus());
        }
    }

    @Override
    public void closed() {
        if (phase == Phase.EXITED) {
            close();
        } else if (phase == Phase.RUNNING) {
            // Its shell has ended with it; the outcome is told once the next one is there.
            command = null;
        }
    }

    @Override
    public void shellEnded(ShellEnd end) {
        shellEnd = end;
        stopTimers();
        durationMs = elapsedMs();
    }

    @Override
    public void restarted(boolean stateRestored) {
        ShellEnd end = shellEnd;
        if (phase == Phase.RUNNING && end != null) {
            boolean isGone = command == null;
            Integer code = end.exitCode();
            exit(
                    new ExecStatus(code, end.signal(), hasTimedOut, true, stateRestored),
                    code == null ? session.previousStatus() : code);
            if (isGone) {
                close();
            }
        }
    }

    @Override
    public void abandon(RefusedException why) {
        if (phase == Phase.CLOSED) {
            return;
        }
        if (phase == Phase.RUNNING) {
            stopTimers();
            durationMs = elapsedMs();
            phase = Phase.EXITED;
            session.events().exited(this, result());
        }
        close();
        reply.completeExceptionally(why);
    }

    private void exit(ExecStatus outcome, int statusForNext) {
        stopTimers();
        status = outcome;
        if (shellEnd == null && !hasReported) {
            durationMs = elapsedMs();
        }
        phase = Phase.EXITED;
        if (isStopping && command != null) {
            // It was told to go with everything that it started.
            command.killMarked();
        }
        ExecResult result = result();
        lastResult = result;
        output.drop();
        releaseInput();
        if (!request.isBackground()) {
            // A folder that was asked for one call is gone with it.
            boolean keepsFolder = outcome.shellExited() || request.cwd() != null;
            session.commandEnded(statusForNext, keepsFolder ? session.cwd() : cwd);
        }
        session.events().exited(this, result);
        // Before the answer, after which the output is gone.
        observers.exited();
        if (isCancelled) {
            reply.completeExceptionally(new ExecCancelledException(result));
        } else {
            // Where a background command ends before it was seen to run, this is its first answer too.
            reply.complete(result);
        }
        if (!request.isBackground()) {
            // The result has been handed over; a background command's may still be asked for.
            lastResult = result.withoutOutput();
            if (isAnswered) {
                output.release();
            }
        }
        session.turnOver(this);
    }

    private void releaseInput() {
        long before = request.weight();
        request = request.withoutInput();
        session.context().execs().release(before - request.weight());
    }

    private void close() {
        boolean wasKnown = phase == Phase.EXITED;
        phase = Phase.CLOSED;
        command = null;
        // It knows the command, and with that what the command was given to read.
        escalation = null;
        if (wasKnown) {
            session.events().closed(this);
        } else {
            session.events().forget(this);
        }
        observers.closed();
    }

    private void stopTimers() {
        timeLimits.end();
        if (escalation != null) {
            escalation.cancel();
        }
    }

    private long elapsedMs() {
        return (session.context().ticker().read() - startedNanos) / 1_000_000;
    }
}
