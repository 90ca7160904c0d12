package dev.sandshell.shell;

import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.session.TerminalSize;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the processes of one shell, one after the other, each on a worker. Confined to the event loop. */
final class ShellStarter {
    private static final Logger LOG = Logger.getLogger(ShellStarter.class.getName());

    private final ShellRecipe recipe;
    private final EventLoop loop;
    private final Executor workers;
    private final Guardian guardian;
    private boolean isStarting;

    ShellStarter(ShellRecipe recipe, ShellSurroundings surroundings) {
        this.recipe = recipe;
        loop = surroundings.loop();
        workers = surroundings.workers();
        guardian = surroundings.guardian();
    }

    /** Whether a worker has still to come back, with a process or without. */
    boolean isStarting() {
        return isStarting;
    }

    /**
     * Starts one.
     *
     * @param restores whether it takes over from another
     */
    void start(
            Launch launch,
            TerminalSize size,
            boolean restores,
            Consumer<ShellProcess> started,
            Consumer<RefusedException> failed) {
        isStarting = true;
        workers.execute(() -> {
            try {
                ShellProcess process = recipe.spawn(launch, size, restores);
                guardian.watch(process.pid());
                comeBack(() -> started.accept(process));
            } catch (RefusedException e) {
                comeBack(() -> failed.accept(e));
            } catch (RuntimeException | LinkageError e) {
                // Such as a native library that does not load: whoever waits for the shell has to know.
                LOG.log(Level.SEVERE, "a shell could not be started", e);
                comeBack(() ->
                        failed.accept(ShellRecipe.refused("ResourceLimit", "the shell could not be started: " + e)));
            }
        });
    }

    private void comeBack(Runnable with) {
        loop.execute(() -> {
            isStarting = false;
            with.run();
        });
    }
}
