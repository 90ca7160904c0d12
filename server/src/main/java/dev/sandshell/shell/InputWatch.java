package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.posix.BlockedRead;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Sees when one command waits for input, and tells it once a wait. Confined to the event loop; the looks at its processes
 * are made by a worker, one at a time.
 *
 * <p>It looks once the command has been quiet for a moment, and less and less often while nothing changes. Whatever the
 * command prints or is given meanwhile makes a look worthless, since the command may have gone on.
 */
final class InputWatch {
    /** What a command that can be asked for input is looked at for. */
    interface Source {
        /** A thread that waits for this input. Called by a worker. */
        Optional<BlockedRead> findReader();

        /** Whether all that was given can be read, and all that was printed has been delivered, be it by this call. */
        boolean isExhausted();

        /** Whether what is typed is not shown. */
        boolean isSecret();
    }

    /** Who is told; on the event loop. */
    @FunctionalInterface
    interface Listener {
        void inputRequired(boolean isSecret);
    }

    /** Longer than a command takes from one prompt to the next answer, and shorter than a person notices. */
    static final Duration QUIET = Duration.ofMillis(100);

    /** How often a command is looked at that stays quiet: hundreds that wait shall cost next to nothing. */
    static final Duration SELDOM = Duration.ofSeconds(1);

    private final Scheduler loop;
    private final Executor workers;
    private final Source source;
    private final Listener listener;
    private Duration interval = QUIET;
    private Scheduler.@Nullable Cancellable nextLook;
    private @Nullable BlockedRead told;
    private boolean hasGoneOn;
    private boolean isOver;

    InputWatch(Scheduler loop, Executor workers, Source source, Listener listener) {
        this.loop = loop;
        this.workers = workers;
        this.source = source;
        this.listener = listener;
    }

    void begin() {
        lookAfter(QUIET);
    }

    /** The command has printed, or has been given something. */
    void active() {
        told = null;
        if (isOver || nextLook == null || interval.equals(QUIET)) {
            // Noted and no more: this is called for every piece of a flood.
            hasGoneOn = true;
        } else {
            nextLook.cancel();
            lookAfter(QUIET);
        }
    }

    /** There is nothing to wait for any more. */
    void end() {
        isOver = true;
        if (nextLook != null) {
            nextLook.cancel();
        }
    }

    private void lookAfter(Duration delay) {
        interval = delay;
        hasGoneOn = false;
        nextLook = loop.schedule(delay, this::look);
    }

    private void look() {
        nextLook = null;
        if (hasGoneOn) {
            lookAfter(QUIET);
            return;
        }
        BlockedRead known = told;
        workers.execute(() -> {
            Optional<BlockedRead> reader = known != null && known.goesOn() ? Optional.of(known) : source.findReader();
            loop.execute(() -> looked(reader.orElse(null)));
        });
    }

    private void looked(@Nullable BlockedRead reader) {
        if (isOver) {
            return;
        }
        boolean waits = reader != null && source.isExhausted();
        if (hasGoneOn) {
            lookAfter(QUIET);
            return;
        }
        BlockedRead before = told;
        told = waits ? reader : null;
        Duration twice = interval.multipliedBy(2);
        lookAfter(twice.compareTo(SELDOM) < 0 ? twice : SELDOM);
        if (told != null && !told.equals(before)) {
            listener.inputRequired(source.isSecret());
        }
    }
}
