package dev.sandshell.problems;

import com.google.common.collect.ImmutableList;
import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.diagnostics.Finding;
import dev.sandshell.diagnostics.PlacedFinding;
import dev.sandshell.diagnostics.Placement;
import dev.sandshell.language.PositionEncoding;
import dev.sandshell.protocol.Diagnostic;
import dev.sandshell.protocol.Position;
import dev.sandshell.protocol.Range;
import dev.sandshell.session.ExecResult;
import dev.sandshell.session.ExecView;
import dev.sandshell.session.OutputChunk;
import dev.sandshell.session.SessionState;
import dev.sandshell.session.SessionView;
import dev.sandshell.session.TypedCommand;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What one client is told about files because of what commands print: of the last {@value #MOST_RUNS} different commands
 * what their last run has found, at most {@value #MOST_OF_FILE} for each file. Confined to the scheduler; workers look for
 * the files, for one run one at a time.
 */
public final class OutputDiagnostics {
    private static final Logger LOG = Logger.getLogger(OutputDiagnostics.class.getName());

    private static final int MOST_RUNS = 64;
    private static final int MOST_OF_FILE = 250;

    /** How long what was found waits for more of it. */
    private static final Duration INTERVAL = Duration.ofMillis(200);

    /** What the board knows them by. */
    private static final String SOURCE = "output";

    private final Scheduler scheduler;
    private final Executor workers;
    private final PositionEncoding encoding;
    private final DiagnosticBoard board;

    /** The one that began longest ago is first. */
    private final Map<String, CommandRun> runs = new LinkedHashMap<>();

    /** By the id of the command, until nothing comes of it any more. */
    private final Map<String, CommandRun> open = new HashMap<>();

    public OutputDiagnostics(Scheduler scheduler, Executor workers, PositionEncoding encoding, DiagnosticBoard board) {
        this.scheduler = scheduler;
        this.workers = workers;
        this.encoding = encoding;
        this.board = board;
    }

    /** What its last run has found is not so any more. */
    public void started(ExecView exec) {
        if (TypedCommand.isTyped(exec.execId())) {
            return;
        }
        CommandRun run = new CommandRun(exec);
        Set<String> cleared = new HashSet<>();
        CommandRun before = runs.remove(run.key());
        drop(before, cleared);
        runs.put(run.key(), run);
        open.put(exec.execId(), run);
        if (runs.size() > MOST_RUNS) {
            CommandRun oldest = runs.values().iterator().next();
            runs.remove(oldest.key());
            drop(oldest, cleared);
        }
        publish(cleared);
    }

    private void drop(@Nullable CommandRun run, Set<String> cleared) {
        if (run != null) {
            open.values().remove(run);
            cleared.addAll(run.files.keySet());
        }
    }

    public void output(OutputChunk chunk) {
        CommandRun run = open.get(chunk.execId());
        String text = chunk.text();
        if (run != null && text != null && run.accept(chunk.stream().wireName(), text) && !run.isDue) {
            run.isDue = true;
            scheduler.schedule(INTERVAL, () -> {
                run.isDue = false;
                look(run);
            });
        }
    }

    public void exited(ExecResult result) {
        CommandRun run = open.get(result.execId());
        if (run != null) {
            run.exited(result);
            look(run);
        }
    }

    public void closed(String execId) {
        CommandRun run = open.remove(execId);
        if (run != null) {
            run.end();
            look(run);
        }
    }

    /** Of a session that is over there is nothing to say any more. */
    public void changed(SessionView session) {
        if (session.state() == SessionState.TERMINATED) {
            forget(session.sessionId());
        }
    }

    private void forget(String sessionId) {
        Set<String> cleared = new HashSet<>();
        List<CommandRun> gone = runs.values().stream()
                .filter(run -> run.sessionId().equals(sessionId))
                .toList();
        for (CommandRun run : gone) {
            runs.remove(run.key());
            drop(run, cleared);
        }
        publish(cleared);
    }

    /** Finds the files of what has been found. */
    private void look(CommandRun run) {
        if (run.isLookedFor) {
            return;
        }
        ImmutableList<Finding> wanted = run.takeUnplaced();
        if (wanted.isEmpty()) {
            return;
        }
        run.isLookedFor = true;
        Placement placement = new Placement(run.folders(), encoding);
        CompletableFuture<?> unused = CompletableFuture.supplyAsync(() -> placement.of(wanted), workers)
                .whenCompleteAsync(
                        (placed, failure) -> {
                            run.isLookedFor = false;
                            if (failure == null) {
                                place(run, wanted, placed);
                            } else {
                                LOG.log(Level.WARNING, "what output says of files could not be placed", failure);
                            }
                            if (run.hasUnplaced()) {
                                look(run);
                            }
                        },
                        scheduler);
    }

    private void place(CommandRun run, List<Finding> wanted, List<PlacedFinding> placed) {
        Set<Finding> missing = new LinkedHashSet<>(wanted);
        Set<String> changed = new LinkedHashSet<>();
        for (PlacedFinding found : placed) {
            missing.remove(found.finding());
            String uri = found.file().toString();
            Set<Diagnostic> ofFile = run.files.computeIfAbsent(uri, fresh -> new LinkedHashSet<>());
            if (ofFile.size() < MOST_OF_FILE && ofFile.add(diagnostic(found))) {
                changed.add(uri);
            }
        }
        run.keepMissing(missing);
        // Another run may have taken its place meanwhile.
        if (runs.get(run.key()) == run) {
            publish(changed);
        }
    }

    private static Diagnostic diagnostic(PlacedFinding placed) {
        Finding finding = placed.finding();
        return new Diagnostic(
                new Range(new Position(placed.line(), placed.start()), new Position(placed.line(), placed.end())),
                finding.severity().number(),
                finding.code(),
                finding.source(),
                finding.message());
    }

    /** Of each of these files all that is known; what several commands have found alike is told once. */
    private void publish(Collection<String> uris) {
        for (String uri : uris) {
            Set<Diagnostic> all = new LinkedHashSet<>();
            for (CommandRun run : runs.values()) {
                all.addAll(run.files.getOrDefault(uri, Set.of()));
            }
            board.put(uri, SOURCE, all.stream().limit(MOST_OF_FILE).toList());
        }
    }
}
