package dev.sandshell.store;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sandshell.session.KeptSession;
import dev.sandshell.session.SessionSpec;
import dev.sandshell.session.SessionStore;
import dev.sandshell.session.ShellState;
import dev.sandshell.session.StateSource;
import dev.sandshell.state.StateFolder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions in files. Any thread may call; files are touched by one task at a time, on the executor that it is made
 * with.
 *
 * <p>What waits is bounded by what there is: of each session the newest alone, and nothing of one that was never written
 * and is gone again. What is as it was written is not written again. Where a file cannot be written, the log says so, once
 * for each cause until all that could not be written has been, and the next change tries again.
 */
public final class FileSessionStore implements SessionStore {
    private static final Logger LOG = Logger.getLogger(FileSessionStore.class.getName());

    private record Save(KeptSession session, Optional<StateSource> state) {}

    /** Of one session; without a save it is to be forgotten. */
    private record Change(String sessionId, Optional<Save> save) {}

    private final Object lock = new Object();
    private final SessionFiles files;
    private final Executor executor;

    /** What each file was written with. */
    private final Map<String, String> written = new ConcurrentHashMap<>();

    /** What is as it was when it was complained about: why each session could not be written. For the task. */
    private final Map<String, String> failing = new HashMap<>();

    /** What is to become of sessions: to be saved, or forgotten where there is nothing. */
    @GuardedBy("lock")
    private final Map<String, Optional<Save>> waiting = new LinkedHashMap<>();

    @GuardedBy("lock")
    private boolean isWriting;

    /** The session that is being written. */
    @GuardedBy("lock")
    private @Nullable String current;

    @GuardedBy("lock")
    private List<CompletableFuture<Void>> settling = new ArrayList<>();

    /** A store in a user's state folder. */
    public FileSessionStore(StateFolder folder, Executor executor) {
        this.files = new SessionFiles(folder);
        this.executor = executor;
    }

    @Override
    public void save(KeptSession session, Optional<StateSource> state) {
        change(session.spec().sessionId(), Optional.of(new Save(session, state)));
    }

    @Override
    public void forget(String sessionId) {
        change(sessionId, Optional.empty());
    }

    private void change(String sessionId, Optional<Save> save) {
        synchronized (lock) {
            if (save.isEmpty() && !written.containsKey(sessionId) && !sessionId.equals(current)) {
                waiting.remove(sessionId);
                return;
            }
            waiting.put(sessionId, save);
            if (isWriting) {
                return;
            }
            isWriting = true;
        }
        executor.execute(this::work);
    }

    @Override
    public CompletableFuture<Void> settled() {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        synchronized (lock) {
            if (isWriting) {
                settling.add(settled);
                return settled;
            }
        }
        settled.complete(null);
        return settled;
    }

    @Override
    public void readAll(Consumer<KeptSession> each) {
        record Found(Path file, long createdAtMs) {}
        List<Found> found = new ArrayList<>();
        try {
            for (Path file : files.all()) {
                files.read(file).ifPresent(session -> {
                    written.put(session.sessionId(), session.fingerprint());
                    found.add(new Found(file, session.createdAtMs()));
                });
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the sessions of before cannot be read: {0}", e.toString());
            return;
        }
        files.deleteOldDamaged();
        found.sort(Comparator.comparingLong(Found::createdAtMs));
        // Once more, since all of their states at a time may be too much.
        found.forEach(
                session -> files.read(session.file()).map(SessionFile::session).ifPresent(each));
    }

    // ---- the task that writes

    private void work() {
        Change change;
        while ((change = next()) != null) {
            apply(change);
        }
    }

    /** What is to be done next; null, and the end of the task, where there is nothing. */
    private @Nullable Change next() {
        List<CompletableFuture<Void>> done;
        synchronized (lock) {
            current = null;
            Iterator<Map.Entry<String, Optional<Save>>> next =
                    waiting.entrySet().iterator();
            if (next.hasNext()) {
                Map.Entry<String, Optional<Save>> first = next.next();
                next.remove();
                current = first.getKey();
                return new Change(first.getKey(), first.getValue());
            }
            isWriting = false;
            done = settling;
            settling = new ArrayList<>();
        }
        done.forEach(settled -> settled.complete(null));
        return null;
    }

    private void apply(Change change) {
        String sessionId = change.sessionId();
        try {
            if (change.save().isPresent()) {
                write(sessionId, change.save().get());
            } else {
                files.delete(sessionId);
                written.remove(sessionId);
            }
            failing.remove(sessionId);
        } catch (IOException | RuntimeException e) {
            String cause = cause(e);
            if (!failing.containsValue(cause)) {
                // Not what it holds: that may be secret.
                LOG.log(Level.WARNING, "sessions cannot be kept beyond the end of the server: {0}", e.toString());
            }
            failing.put(sessionId, cause);
        }
    }

    /** The same for files that fail alike. */
    private static String cause(Exception e) {
        String why = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return e.getClass().getName() + ": " + why;
    }

    private void write(String sessionId, Save save) throws IOException {
        Optional<ShellState> state = save.state().flatMap(StateSource::read);
        if (save.state().isPresent() && state.isEmpty() && written.containsKey(sessionId)) {
            return;
        }
        SessionSpec spec = save.session().spec();
        SessionFile file = SessionFile.of(new KeptSession(
                state.map(spec::withState).orElse(spec),
                save.session().cwd(),
                save.session().createdAtMs(),
                save.session().restarts()));
        if (!file.fingerprint().equals(written.get(sessionId))) {
            // Should it fail, the file that is there is another; and there may be one, so it is not forgotten.
            written.put(sessionId, "");
            files.write(file);
            written.put(sessionId, file.fingerprint());
        }
    }
}
