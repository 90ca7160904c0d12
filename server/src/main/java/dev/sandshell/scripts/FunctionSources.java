package dev.sandshell.scripts;

import dev.sandshell.language.PositionEncoding;
import dev.sandshell.language.TextPlaces;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.protocol.Location;
import dev.sandshell.session.FunctionPlace;
import dev.sandshell.session.SessionState;
import dev.sandshell.session.SessionView;
import dev.sandshell.session.ShellSession;
import dev.sandshell.syntax.Definitions;
import dev.sandshell.syntax.Name;
import dev.sandshell.syntax.ScriptTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds the files that the functions of a session are from. This alone asks the shell, since only that knows, and only one
 * that has nothing else to do. Asked on the scheduler; files are read by the reader.
 */
final class FunctionSources {
    private static final Logger LOG = Logger.getLogger(FunctionSources.class.getName());
    private static final int MOST_BYTES = 1 << 20;

    private final Executor reader;

    FunctionSources(Executor reader) {
        this.reader = reader;
    }

    /** Where a function is defined; nowhere where that is not known, or the session is busy. */
    CompletableFuture<List<Location>> find(ShellSession session, String function, PositionEncoding encoding) {
        SessionView view = session.view();
        if (view.state() != SessionState.IDLE || view.pid() == 0) {
            return CompletableFuture.completedFuture(List.of());
        }
        try {
            return session.turns()
                    .functionPlace(function)
                    .exceptionally(refused -> Optional.empty())
                    .thenApplyAsync(
                            place -> place.flatMap(there -> locate(there, function, view.cwd(), encoding))
                                    .map(List::of)
                                    .orElse(List.of()),
                            reader);
        } catch (RefusedException e) {
            return CompletableFuture.completedFuture(List.of());
        }
    }

    private static Optional<Location> locate(
            FunctionPlace place, String function, String cwd, PositionEncoding encoding) {
        try {
            Path file = Path.of(cwd).resolve(place.file()).normalize();
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Optional<Name> named =
                    Optional.ofNullable(definitions(text).functions().get(function));
            Name there = named.orElseGet(() -> lineOf(text, place.line()));
            return Optional.of(OfferMapping.location(file.toUri().toString(), there, new TextPlaces(text, encoding)));
        } catch (IOException | InvalidPathException e) {
            LOG.log(Level.FINE, "the file of a function is not there", e);
            return Optional.empty();
        }
    }

    private static Definitions definitions(String text) {
        Optional<ScriptTree> parsed = ScriptTree.of(text);
        if (parsed.isEmpty()) {
            return Definitions.NONE;
        }
        try (ScriptTree tree = parsed.get()) {
            return tree.definitions();
        }
    }

    private static Name lineOf(String text, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            start = end < 0 ? start : end + 1;
        }
        return new Name(Name.Kind.FUNCTION, "", start, start);
    }
}
