package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.session.TypedCommand;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Has the state written down that a person has changed at the prompt, once they pause: nobody waits for that, and they
 * may go on typing. Confined to the event loop.
 */
final class TypedChanges {
    /** Long enough that a line after the other costs one snapshot, and short beside what a person has thought of since. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Scheduler scheduler;
    private final Purity purity;
    private final BooleanSupplier isAtLeisure;
    private final Snapshots snapshots;
    private long last;

    /**
     * @param isAtLeisure whether there is a shell, and no call runs in it
     */
    TypedChanges(Scheduler scheduler, Purity purity, BooleanSupplier isAtLeisure, Snapshots snapshots) {
        this.scheduler = scheduler;
        this.purity = purity;
        this.isAtLeisure = isAtLeisure;
        this.snapshots = snapshots;
    }

    /** A person's command is over. */
    void typed(TypedCommand command) {
        if (!purity.isPure(command.text())) {
            long number = ++last;
            scheduler.schedule(PAUSE, () -> paused(number));
        }
    }

    private void paused(long number) {
        // What is called meanwhile is followed by a snapshot of its own, but for what changes nothing.
        if (number == last && isAtLeisure.getAsBoolean()) {
            // Not while another is under way: both would go to the same file.
            snapshots.whenCurrent(() -> snapshots.take(() -> {}));
        }
    }
}
