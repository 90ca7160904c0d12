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
 * or takes the signal as the shell does. Who has missed it all the same is told again; nobody else is, as a trap runs each
 * time.
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
        private final ShellForks forks;
        private SignalledGroup told;
        private int unheard;
        private int patience = MAX_PATIENCE;

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
            forks = new ShellForks(shell);
            told = SignalledGroup.none(forks);
        }

        void look(int looks) {
            if (!isThere.getAsBoolean()) {
                return;
            }
            if (hasTold()) {
                forks.stopped(askedTicks).forEach(group -> Processes.signalGroup(group, Signal.SIGKILL));
            }
            int served = ProcessTable.entry(shell).map(Entry::foregroundGroup).orElse(0);
            boolean isTop = isAtTopLevel.test(shell);
            if (isTop && isLeftBehind(served)) {
                Processes.signalGroup(served, isSoon(looks) ? Signal.SIGINT : Signal.SIGKILL);
            } else if (isTop || !isRunning.getAsBoolean()) {
                boolean isAnyLeft = hasTold() && forks.isOneLeft(askedTicks);
                if (!isHeld.getAsBoolean() && !isAnyLeft) {
                    return;
                }
                if (told.hasLeftOver()) {
                    Processes.signalGroup(told.id(), Signal.SIGINT);
                }
            } else if (isFirst(served) && patience > 0 && forks.isOneBeginning()) {
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
            int left = !hasTold() && isRunning.getAsBoolean() ? looks : looks - 1;
            if (left > 0) {
                scheduler.schedule(isSoon(left) ? SOON : LATER, () -> look(left));
            }
        }

        private boolean hasTold() {
            return told.id() != 0;
        }

        /** From a process back to the shell is only the way out, on which a signal would hit what comes next. */
        private boolean isFirst(int served) {
            return !hasTold() || (told.id() == shell && served != shell);
        }

        private void tell(int served) {
            boolean isUnheard = told.id() == shell && served == shell && ++unheard % LOOKS_UNHEARD == 0;
            if (isFirst(served)) {
                told = SignalledGroup.first(forks, served);
            } else if (isUnheard || (served == told.id() && told.hasMissed())) {
                told = told.again();
            } else {
                return;
            }
            Processes.signalGroup(served, Signal.SIGINT);
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
