package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.ProcessTable.Entry;
import dev.sandshell.posix.Processes;
import dev.sandshell.posix.Signal;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts the command in the foreground, as the terminal does: SIGINT to the process group that it serves, which is the
 * shell's own while a builtin runs. Confined to the event loop.
 *
 * <p>A person who presses Ctrl-C at a bad moment presses it again; a caller asks once. So two moments are waited out: the
 * one before the shell has begun the command, and the one in which a process that it has just made is not yet in its group,
 * or not yet the program that it is to be.
 */
final class Interruption {
    private static final Duration SOON = Duration.ofMillis(2);
    private static final Duration LATER = Duration.ofMillis(100);

    /** A busy machine may take its time with a process that has just been made: some seconds. */
    private static final int MAX_LOOKS = 100;

    private static final int LOOKS_SOON = 50;

    /** After so many looks a shell that goes on has not heard: it was just about to begin with the command. */
    private static final int LOOKS_UNHEARD = 25;

    /** So many looks are waited for a fork to begin; what goes on forking is interrupted all the same. */
    private static final int MAX_PATIENCE = 25;

    private final Scheduler scheduler;
    private final IntPredicate isAtTopLevel;
    private final IntPredicate isCommands;

    /**
     * @param isAtTopLevel whether a shell runs no command
     * @param isCommands whether a process group that such a shell waits for is of the command, and not a person's
     */
    Interruption(Scheduler scheduler, IntPredicate isAtTopLevel, IntPredicate isCommands) {
        this.scheduler = scheduler;
        this.isAtTopLevel = isAtTopLevel;
        this.isCommands = isCommands;
    }

    /**
     * Begins.
     *
     * @param process the session's shell, null while there is none
     * @param isRunning whether the command still runs
     * @param isHeld whether anything still holds the command's streams, which may be after its end
     * @param endsCommand whether nothing of the user's can take the signal, so that the shell must give up the command
     */
    void begin(
            Supplier<@Nullable ShellProcess> process,
            BooleanSupplier isRunning,
            BooleanSupplier isHeld,
            boolean endsCommand) {
        ShellProcess shell = process.get();
        if (shell != null) {
            BooleanSupplier isThere = () -> process.get() == shell;
            new Attempt(shell.pid(), isThere, isRunning, isHeld, endsCommand).look(MAX_LOOKS);
        }
    }

    /** One interrupt that was asked for. */
    private final class Attempt {
        private final int shell;
        private final BooleanSupplier isThere;
        private final BooleanSupplier isRunning;
        private final BooleanSupplier isHeld;
        private final boolean endsCommand;
        private final long askedTicks = ProcessTable.ticksNow();
        private int signalled;
        private int unheard;
        private int patience = MAX_PATIENCE;
        private SignalledForks forks = SignalledForks.none();

        Attempt(
                int shell,
                BooleanSupplier isThere,
                BooleanSupplier isRunning,
                BooleanSupplier isHeld,
                boolean endsCommand) {
            this.shell = shell;
            this.isThere = isThere;
            this.isRunning = isRunning;
            this.isHeld = isHeld;
            this.endsCommand = endsCommand;
        }

        void look(int looks) {
            if (!isThere.getAsBoolean()) {
                return;
            }
            if (signalled != 0) {
                SignalledForks.stopped(shell, askedTicks)
                        .forEach(group -> Processes.signalGroup(group, Signal.SIGKILL));
            }
            int served = ProcessTable.entry(shell).map(Entry::foregroundGroup).orElse(0);
            boolean isTop = isAtTopLevel.test(shell);
            if (isTop && isLeftBehind(served)) {
                Processes.signalGroup(served, isSoon(looks) ? Signal.SIGINT : Signal.SIGKILL);
            } else if (isTop || !isRunning.getAsBoolean()) {
                if (!isHeld.getAsBoolean() && !isAnyLeft()) {
                    return;
                }
                tellRest();
            } else if (isFirst(served) && patience > 0 && SignalledForks.isOneBeginning(shell)) {
                patience--;
                scheduler.schedule(SOON, () -> look(looks));
                return;
            } else {
                tell(served);
                if (!endsCommand) {
                    return;
                }
            }
            // Until there is something to signal the looks do not count: a busy machine may take its time to begin.
            int left = signalled == 0 && isRunning.getAsBoolean() ? looks : looks - 1;
            if (left > 0) {
                scheduler.schedule(isSoon(left) ? SOON : LATER, () -> look(left));
            }
        }

        /** From a process back to the shell is only the way out, on which a signal would hit what comes next. */
        private boolean isFirst(int served) {
            return signalled == 0 || (signalled == shell && served != shell);
        }

        private void tell(int served) {
            boolean isFirst = isFirst(served);
            boolean isUnheard = signalled == shell && served == shell && ++unheard % LOOKS_UNHEARD == 0;
            boolean isMissed = served == signalled && forks.haveMissed();
            if (isFirst || isUnheard || isMissed) {
                forks = served == shell ? SignalledForks.none() : SignalledForks.in(served, shell, isFirst);
                Processes.signalGroup(served, Signal.SIGINT);
                signalled = served;
            }
        }

        private boolean isAnyLeft() {
            return signalled != 0 && SignalledForks.isOneLeft(shell, askedTicks);
        }

        private void tellRest() {
            if (signalled != 0 && signalled != shell && SignalledForks.hasUntold(signalled, shell)) {
                Processes.signalGroup(signalled, Signal.SIGINT);
            }
        }

        private static boolean isSoon(int looksLeft) {
            return looksLeft > MAX_LOOKS - LOOKS_SOON;
        }

        /**
         * A bash that is interrupted between the fork of a program and the wait for it gives the command up, reports,
         * and then waits for that program after all, at its top level: nothing that it is sent would ever be run.
         */
        private boolean isLeftBehind(int served) {
            return served > 0 && served != shell && isCommands.test(served);
        }
    }
}
