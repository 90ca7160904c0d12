package dev.sandshell.session;

import com.google.re2j.Pattern;
import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Waiting for something of a command: its end, a line in its output, a port that answers, or simply more output. Called
 * on the session's scheduler; the futures complete there. A wait that nobody cares for any more is let go by cancelling
 * its future.
 */
public final class ExecWaits {
    /** How often a port is tried. */
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(50);

    /** Steps of all patterns that are waited for; each takes some two hundred bytes. */
    private static final long MAX_PROGRAMS = 100_000;

    private final Scheduler scheduler;
    private final PortProbe probe;
    private final int maxWaits;
    private int waits;
    private long programs;

    /**
     * @param maxWaits how many may be under way at once; one more is refused
     */
    public ExecWaits(Scheduler scheduler, PortProbe probe, int maxWaits) {
        this.scheduler = scheduler;
        this.probe = probe;
        this.maxWaits = maxWaits;
    }

    /** Completes with the result once the command has exited. */
    public CompletableFuture<ExecResult> forExit(Exec exec, @Nullable Duration timeout) throws RefusedException {
        Wait<ExecResult> wait = new Wait<>(exec, timeout) {
            @Override
            public void exited() {
                complete(exec.result());
            }

            @Override
            public void closed() {
                complete(exec.result());
            }
        };
        if (exec.hasExited()) {
            wait.complete(exec.result());
        }
        return wait.future;
    }

    /** Completes with the first match in the output, kept or still to come. */
    public CompletableFuture<String> forLog(Exec exec, Pattern pattern, @Nullable Duration timeout)
            throws RefusedException {
        if (programs + pattern.programSize() > MAX_PROGRAMS) {
            throw new RefusedException(
                    RefusalCode.QUEUE_FULL, "the patterns that are waited for take all memory for them; retry later");
        }
        LogMatcher matcher = new LogMatcher(pattern);
        Wait<String> wait = new Wait<>(exec, timeout) {
            @Override
            public void chunk(OutputChunk chunk) {
                matcher.find(chunk).ifPresent(this::complete);
            }

            @Override
            public void closed() {
                matcher.findAtEnd().ifPresentOrElse(this::complete, () -> fail(exitedBeforeReady(exec)));
            }
        };
        programs += pattern.programSize();
        CompletableFuture<String> unused = wait.future.whenComplete(
                (match, failure) -> scheduler.execute(() -> programs -= pattern.programSize()));
        for (OutputChunk chunk : exec.outputAfter(0)) {
            Optional<String> match = matcher.find(chunk);
            if (match.isPresent()) {
                wait.complete(match.get());
                return wait.future;
            }
        }
        if (exec.isClosed()) {
            wait.closed();
        }
        return wait.future;
    }

    /** Completes once something listens on a port. */
    public CompletableFuture<Void> forPort(Exec exec, String host, int port, @Nullable Duration timeout)
            throws RefusedException {
        Wait<Void> wait = new Wait<>(exec, timeout) {
            @Override
            public void closed() {
                fail(exitedBeforeReady(exec));
            }
        };
        tryPort(wait, host, port);
        return wait.future;
    }

    private void tryPort(Wait<Void> wait, String host, int port) {
        probe.isOpen(
                host,
                port,
                isOpen -> scheduler.execute(() -> {
                    if (isOpen) {
                        wait.complete(null);
                    } else if (wait.exec.isClosed()) {
                        wait.closed();
                    } else if (!wait.future.isDone()) {
                        wait.retry = scheduler.schedule(PROBE_INTERVAL, () -> tryPort(wait, host, port));
                    }
                }));
    }

    /** What is kept of the output after a number; where there is nothing yet, it waits for the first of it. */
    public CompletableFuture<Reading> read(Exec exec, long afterSeq, int maxBytes, @Nullable Duration patience)
            throws RefusedException {
        Reading now = reading(exec, afterSeq, maxBytes);
        if (!now.chunks().isEmpty() || exec.isClosed() || patience == null || patience.isZero()) {
            return CompletableFuture.completedFuture(now);
        }
        Wait<Reading> wait = new Wait<>(exec, null) {
            @Override
            public void chunk(OutputChunk chunk) {
                complete(reading(exec, afterSeq, maxBytes));
            }

            @Override
            public void exited() {
                complete(reading(exec, afterSeq, maxBytes));
            }

            @Override
            public void closed() {
                complete(reading(exec, afterSeq, maxBytes));
            }
        };
        wait.retry = scheduler.schedule(patience, () -> wait.complete(reading(exec, afterSeq, maxBytes)));
        return wait.future;
    }

    /**
     * A part of a command's kept output.
     *
     * @param nextSeq the number that follows the last chunk here: read on after {@code nextSeq - 1}
     * @param isTruncated whether something after the asked number has been forgotten
     */
    public record Reading(
            List<OutputChunk> chunks, long nextSeq, boolean hasExited, boolean isClosed, boolean isTruncated) {}

    private static Reading reading(Exec exec, long afterSeq, int maxBytes) {
        List<OutputChunk> kept = exec.outputAfter(afterSeq);
        long bytes = 0;
        int count = 0;
        for (OutputChunk chunk : kept) {
            // At least one, or a reader with a small bound would never come further.
            if (count > 0 && bytes + chunk.length() > maxBytes) {
                break;
            }
            bytes += chunk.length();
            count++;
        }
        boolean isAll = count == kept.size();
        List<OutputChunk> part = List.copyOf(kept.subList(0, count));
        long last = part.isEmpty() ? afterSeq : part.get(count - 1).seq();
        return new Reading(
                part,
                last + 1,
                exec.hasExited() && isAll,
                exec.isClosed() && isAll,
                exec.hasForgottenOutputAfter(afterSeq));
    }

    private static RefusedException exitedBeforeReady(Exec exec) {
        return new RefusedException(
                RefusalCode.EXITED_BEFORE_READY,
                "exec " + exec.request().execId() + " ended before what was waited for");
    }

    /** One wait; it leaves its command when its future is done, however that comes. */
    private class Wait<T> implements ExecObservers.Observer {
        final Exec exec;
        final CompletableFuture<T> future = new CompletableFuture<>();
        Scheduler.@Nullable Cancellable retry;

        Wait(Exec exec, @Nullable Duration timeout) throws RefusedException {
            this.exec = exec;
            if (waits >= maxWaits) {
                throw new RefusedException(
                        RefusalCode.QUEUE_FULL, "there are " + waits + " waits, which is the limit; retry later");
            }
            waits++;
            exec.observers().add(this);
            Scheduler.@Nullable Cancellable limit = timeout == null
                    ? null
                    : scheduler.schedule(
                            timeout,
                            () -> fail(new RefusedException(
                                    RefusalCode.WAIT_TIMEOUT,
                                    "what was waited for did not come within " + timeout.toMillis() + " ms")));
            CompletableFuture<T> unused = future.whenComplete((value, failure) -> {
                if (limit != null) {
                    limit.cancel();
                }
                scheduler.execute(this::leave);
            });
        }

        final void complete(@Nullable T value) {
            future.complete(value);
        }

        final void fail(RefusedException why) {
            future.completeExceptionally(why);
        }

        private void leave() {
            waits--;
            exec.observers().remove(this);
            if (retry != null) {
                retry.cancel();
            }
        }
    }
}
