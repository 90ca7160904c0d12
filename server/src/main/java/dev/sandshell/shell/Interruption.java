package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.ProcessTable.Entry;
import dev.sandshell.posix.Processes;
import dev.sandshell.posix.Signal;
import java.time.Duration;
import java.util.Optional;
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
    private static final int MAX_LOOKS = 50;

    /** A process may take this long, in hundredths of a second, to become the program that it is forked for. */
    private static final int JUST_BEGUN_TICKS = 3;

    private final Scheduler scheduler;
    private final String control;

    /**
     * @param control the FIFO that is the shell's own input
     */
    Interruption(Scheduler scheduler, String control) {
        this.scheduler = scheduler;
        this.control = control;
    }

    /** Whether the shell itself waits for, or goes on with, a line of ours: its input is its own again. */
    boolean isAtTopLevel(int shell) {
        return ProcessTable.openFile(shell, "0").equals(Optional.of(control));
    }

    /**
     * Begins.
     *
     * @param running the shell while the command runs in it, null once it does not any more
     * @param endsCommand whether nothing of the user's can take the signal, so that the shell must give up the command
     */
    void begin(Supplier<@Nullable ShellProcess> running, boolean endsCommand) {
        look(running, endsCommand, 0, ProcessTable.ticksNow(), MAX_LOOKS);
    }

    private void look(
            Supplier<@Nullable ShellProcess> running,
            boolean endsCommand,
            int signalledGroup,
            long askedTicks,
            int looks) {
        ShellProcess shell = running.get();
        if (shell == null || looks == 0) {
            return;
        }
        int group = signalledGroup;
        if (!isAtTopLevel(shell.pid())) {
            int served =
                    ProcessTable.entry(shell.pid()).map(Entry::foregroundGroup).orElse(0);
            // From a process back to the shell is only the way out, on which a signal would hit what comes next.
            boolean isFirst = signalledGroup == 0 || (signalledGroup == shell.pid() && served != signalledGroup);
            if (isFirst || (served == signalledGroup && hasJustBegun(served, askedTicks))) {
                Processes.signalGroup(served, Signal.SIGINT);
                group = served;
            }
            if (!endsCommand) {
                return;
            }
        }
        int last = group;
        scheduler.schedule(SOON, () -> look(running, endsCommand, last, askedTicks, looks - 1));
    }

    /** Whether it may still have been the shell's own code that took the signal, between the fork and the program. */
    private static boolean hasJustBegun(int group, long askedTicks) {
        return ProcessTable.entry(group)
                        .map(leader -> askedTicks - leader.startTicks() <= JUST_BEGUN_TICKS)
                        .orElse(false)
                && ProcessTable.ticksNow() - askedTicks <= JUST_BEGUN_TICKS;
    }
}
