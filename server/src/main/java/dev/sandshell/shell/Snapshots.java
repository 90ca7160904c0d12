package dev.sandshell.shell;

import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.PosixException;
import dev.sandshell.session.StateSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has one shell print its state, and looks at what it printed: whether our end-of-shell hook is still there, and what
 * commands can do unnoticed. Confined to the event loop.
 */
final class Snapshots {
    /** Gives the shell lines to read and tells when they have been run. */
    interface Asker {
        void ask(String input, Expectations.Answer answer) throws PosixException;
    }

    private static final Logger LOG = Logger.getLogger(Snapshots.class.getName());

    /** Who waits longer than that is asked again. */
    private static final int MOST_WAITING = 256;

    private final Asker shell;
    private final SessionFolder folder;
    private final RuntimeFolder runtimeFolder;
    private final Channel channel;
    private final ControlLines lines;
    private final SavedState state;
    private final Purity purity;
    private final Runnable whenTaken;
    private final List<Runnable> waiting = new ArrayList<>();
    private int asked;

    /**
     * @param whenTaken told of each, whoever has asked for it
     */
    Snapshots(
            Asker shell,
            SessionFolder folder,
            RuntimeFolder runtimeFolder,
            Channel channel,
            ControlLines lines,
            SavedState state,
            Purity purity,
            Runnable whenTaken) {
        this.shell = shell;
        this.folder = folder;
        this.runtimeFolder = runtimeFolder;
        this.channel = channel;
        this.lines = lines;
        this.state = state;
        this.purity = purity;
        this.whenTaken = whenTaken;
    }

    /** Takes one; what follows is done in any case. */
    void take(Runnable then) {
        try {
            ask(isTaken -> then.run());
        } catch (PosixException e) {
            LOG.log(Level.WARNING, "a snapshot could not be asked for", e);
            then.run();
        }
    }

    /** As {@link dev.sandshell.session.Shell#lastState} has it. */
    Optional<StateSource> last(String shellName, int maxBytes) {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        Optional<StateSource> last = state.lastSnapshot(shellName, maxBytes, settled);
        if (asked == 0) {
            settled.complete(null);
        } else if (last.isPresent() && waiting.size() < MOST_WAITING) {
            waiting.add(() -> settled.complete(null));
        }
        return last;
    }

    /** Takes one for somebody else, after those that are still under way: those go to the same file. */
    void export(int maxBytes, Consumer<byte[]> done, Consumer<RefusedException> failed) {
        whenCurrent(() -> {
            try {
                ask(isTaken -> exportTaken(isTaken, maxBytes, done, failed));
            } catch (PosixException e) {
                failed.accept(runtimeFolder.unusable(e));
            }
        });
    }

    private void exportTaken(boolean isTaken, int maxBytes, Consumer<byte[]> done, Consumer<RefusedException> failed) {
        if (!isTaken) {
            failed.accept(runtimeFolder.unusable(new IOException("the shell could not write down its state")));
            return;
        }
        byte[] script = state.portable();
        if (script.length > maxBytes) {
            failed.accept(ShellRecipe.refused(
                    "ResourceLimit",
                    "the state of the shell has " + script.length + " bytes, a snapshot takes at most " + maxBytes));
            return;
        }
        done.accept(script);
    }

    private void ask(Consumer<Boolean> then) throws PosixException {
        shell.ask(lines.capture(SavedState.SNAPSHOT_FILE, state.nextFile()), (status, cwd) -> {
            asked--;
            taken(status);
            then.accept(status == 0);
            goOn();
        });
        asked++;
    }

    /** Does something once the newest state is the shell's present one, which may be now. */
    void whenCurrent(Runnable action) {
        waiting.add(action);
        goOn();
    }

    private void goOn() {
        while (asked == 0 && !waiting.isEmpty()) {
            waiting.remove(0).run();
        }
    }

    /** Nothing of what it was asked for will come. */
    void shellEnded() {
        asked = 0;
        waiting.clear();
    }

    private void taken(int status) {
        if (status != 0) {
            // A full disk, most likely; the one before stays.
            return;
        }
        state.taken();
        state.newest().ifPresent(file -> purity.examine(folder.read(file)));
        try {
            Optional<String> rearming = state.rearming();
            if (rearming.isPresent()) {
                channel.send(lines.quietly(rearming.get()));
            }
        } catch (PosixException e) {
            LOG.log(Level.WARNING, "the end-of-shell hook could not be set", e);
        }
        whenTaken.run();
    }
}
