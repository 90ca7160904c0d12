package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.posix.PosixException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The reports that a shell still owes us, and what is done when one does not come. Confined to the event loop.
 *
 * <p>A shell may drop the line that asks for the report: dash forgets its input after an error in the grammar, and others
 * may after an interrupt. Where the shell is seen at its top level, with nothing left to read and a report owed, it is
 * asked once more; a report that comes twice is taken once. A shell that has been asked and still does not report has
 * lost the means, say by a function named like the builtin that we use; it is replaced.
 */
final class Expectations {
    /** What a report says to whom it was for. */
    @FunctionalInterface
    interface Answer {
        void done(int status, String cwd);
    }

    /** The same, with the shell's option letters. */
    @FunctionalInterface
    interface Report {
        void done(int status, String optionLetters, String cwd);
    }

    private static final Logger LOG = Logger.getLogger(Expectations.class.getName());
    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration LAST_LOOK = Duration.ofSeconds(1);
    private static final int MAX_REPEATS = 4;

    private final Scheduler scheduler;
    private final Channel channel;
    private final ControlLines lines;
    private final BooleanSupplier isWaiting;
    private final Runnable replaceShell;
    private final Map<Long, Report> owed = new LinkedHashMap<>();
    private Scheduler.@Nullable Cancellable look;
    private Scheduler.@Nullable Cancellable limit;
    private long lastNumber;
    private int repeats;
    private boolean isFirst = true;

    Expectations(
            Scheduler scheduler,
            Channel channel,
            ControlLines lines,
            BooleanSupplier isWaiting,
            Runnable replaceShell) {
        this.scheduler = scheduler;
        this.channel = channel;
        this.lines = lines;
        this.isWaiting = isWaiting;
        this.replaceShell = replaceShell;
    }

    /** A number that no report of this session has had. */
    long next() {
        return ++lastNumber;
    }

    /** Whether the shell has not reported at all yet. */
    boolean isFirst() {
        return isFirst;
    }

    /**
     * Gives the shell lines to run, and one that asks for the report.
     *
     * @return what the report is known by
     */
    long ask(String input, Report report) throws PosixException {
        long number = next();
        channel.ask(input, lines.done(number), number);
        owed.put(number, report);
        if (look == null) {
            repeats = 0;
            lookAfter(FIRST_LOOK);
        }
        return number;
    }

    /** It will not be run. */
    void withdrawn(long number) {
        owed.remove(number);
        if (owed.isEmpty()) {
            stopLooking();
        }
    }

    void done(long number, int status, String optionLetters, String cwd) {
        Report report = owed.remove(number);
        if (report == null) {
            return;
        }
        isFirst = false;
        repeats = 0;
        if (limit != null) {
            limit.cancel();
            limit = null;
        }
        if (owed.isEmpty()) {
            stopLooking();
        }
        report.done(status, optionLetters, cwd);
    }

    /** The shell is given up where its first report does not come in time. */
    void limitFirst(Duration timeout) {
        limit = scheduler.schedule(timeout, () -> {
            LOG.log(Level.WARNING, "a shell did not report within {0} ms", timeout.toMillis());
            replaceShell.run();
        });
    }

    /** The shell is gone; nothing will come any more, and the next one begins afresh. */
    void clear() {
        owed.clear();
        isFirst = true;
        stopLooking();
        if (limit != null) {
            limit.cancel();
            limit = null;
        }
    }

    private void stopLooking() {
        if (look != null) {
            look.cancel();
            look = null;
        }
    }

    private void lookAfter(Duration delay) {
        look = scheduler.schedule(delay, () -> {
            look = null;
            if (!owed.isEmpty()) {
                lookNow();
                Duration doubled = delay.multipliedBy(2);
                lookAfter(doubled.compareTo(LAST_LOOK) > 0 ? LAST_LOOK : doubled);
            }
        });
    }

    private void lookNow() {
        if (isFirst || !channel.isAllTaken() || !isWaiting.getAsBoolean()) {
            return;
        }
        if (repeats == MAX_REPEATS) {
            LOG.log(Level.INFO, "a shell reads its input but has lost the means to report; it is replaced");
            replaceShell.run();
            return;
        }
        repeats++;
        try {
            for (long number : owed.keySet()) {
                channel.ask("", lines.done(number), number);
            }
        } catch (PosixException e) {
            replaceShell.run();
        }
    }
}
