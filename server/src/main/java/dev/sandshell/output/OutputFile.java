package dev.sandshell.output;

import com.google.common.collect.ImmutableList;
import dev.sandshell.concurrent.Scheduler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The output of one session's commands as a text that an editor shows, in a file that is written while they run. Confined
 * to the scheduler; workers write, one at a time and in order.
 *
 * <p>What waits to be written has a bound, which {@link #isFull} tells: whoever prints is to wait then. A file that cannot
 * be written is given up, and the commands go on.
 */
public final class OutputFile {
    private static final Logger LOG = Logger.getLogger(OutputFile.class.getName());

    /** From how many characters on that wait nothing more is to come, and below how many it may again. */
    private static final int MUCH = 256 * 1024;

    private static final int LITTLE = 64 * 1024;

    private final OutputText text;
    private final Scheduler scheduler;
    private final Executor workers;
    private final Listener listener;
    private List<OutputText.Piece> waiting = new ArrayList<>();
    private long waitingCharacters;
    private boolean isFull;
    private boolean isWriting;
    private boolean isClosed;
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    /** Who wants to know how far it is. Called on the scheduler. */
    public interface Listener {
        /** There is more to be seen. */
        void written(OutputFile file);

        /** It takes more again. */
        void drained(OutputFile file);
    }

    public OutputFile(Path path, Scheduler scheduler, Executor workers, Listener listener) {
        this.text = new OutputText(path);
        this.scheduler = scheduler;
        this.workers = workers;
        this.listener = listener;
    }

    public Path path() {
        return text.path();
    }

    /** A command has printed something. */
    public void output(String execId, String piece) {
        add(new OutputText.Piece(execId, piece, null));
    }

    /** A line of ours. */
    public void line(String line) {
        add(new OutputText.Piece("", line + "\n", null));
    }

    /** A line of ours that somebody waits for; completes on the scheduler once it can be seen. */
    public CompletableFuture<?> announce(String line) {
        return end("", line);
    }

    /**
     * A command is over; completes on the scheduler with its last lines, once all of it can be seen.
     *
     * @param line what is put below its output
     */
    public CompletableFuture<ImmutableList<String>> end(String execId, String line) {
        CompletableFuture<ImmutableList<String>> lastLines = new CompletableFuture<>();
        add(new OutputText.Piece(execId, line + "\n", lastLines));
        return lastLines;
    }

    /** Whether whoever prints is to wait. */
    public boolean isFull() {
        return isFull;
    }

    /** All of it that is kept and has been written. */
    public CompletableFuture<String> read() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return text.read();
                    } catch (IOException e) {
                        LOG.log(Level.WARNING, "an output cannot be read", e);
                        return "The output cannot be read: " + e.getMessage() + "\n";
                    }
                },
                workers);
    }

    /** Nobody looks at it any more; completes once it is removed. */
    public CompletableFuture<Void> close() {
        isClosed = true;
        waiting = new ArrayList<>();
        return written.thenRunAsync(text::delete, workers);
    }

    private void add(OutputText.Piece piece) {
        if (isClosed) {
            return;
        }
        waiting.add(piece);
        waitingCharacters += piece.text().length();
        isFull |= waitingCharacters >= MUCH;
        if (!isWriting) {
            isWriting = true;
            written = new CompletableFuture<>();
            writeWhatWaits();
        }
    }

    private void writeWhatWaits() {
        List<OutputText.Piece> pieces = waiting;
        long characters = waitingCharacters;
        waiting = new ArrayList<>();
        workers.execute(() -> {
            List<Runnable> news = text.write(pieces);
            scheduler.execute(() -> {
                news.forEach(Runnable::run);
                wrote(characters);
            });
        });
    }

    private void wrote(long characters) {
        waitingCharacters -= characters;
        if (waiting.isEmpty()) {
            isWriting = false;
            written.complete(null);
        } else {
            writeWhatWaits();
        }
        listener.written(this);
        if (isFull && waitingCharacters < LITTLE) {
            isFull = false;
            listener.drained(this);
        }
    }
}
