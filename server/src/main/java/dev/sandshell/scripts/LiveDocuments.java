package dev.sandshell.scripts;

import com.google.common.util.concurrent.MoreExecutors;
import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import dev.sandshell.language.PositionEncoding;
import dev.sandshell.language.ScriptKind;
import dev.sandshell.language.ScriptPart;
import dev.sandshell.language.TextPlaces;
import dev.sandshell.live.Completer;
import dev.sandshell.live.Explanation;
import dev.sandshell.live.LiveState;
import dev.sandshell.live.Offers;
import dev.sandshell.problems.DiagnosticBoard;
import dev.sandshell.protocol.CompletionList;
import dev.sandshell.protocol.Location;
import dev.sandshell.session.ExecWaits;
import dev.sandshell.session.ShellBackend;
import dev.sandshell.session.ShellSession;
import dev.sandshell.syntax.Cursor;
import dev.sandshell.syntax.Definitions;
import dev.sandshell.syntax.Name;
import dev.sandshell.syntax.ScriptTree;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the places of one client's scripts are offered and what is said of them, out of the session that goes with each.
 * Asked on the scheduler; the work is done by a worker, one thing at a time, so that a slow disk holds up no more than one.
 */
public final class LiveDocuments {
    /** What takes longer to parse than somebody waits for. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final CompletionList NOTHING = new CompletionList(false, List.of());

    private final Scheduler scheduler;
    private final Executor reader;
    private final SessionOfDocument sessions;
    private final LiveStates states;
    private final KeptHelp help;
    private final ScriptTrees trees = new ScriptTrees();
    private final Completer completer = new Completer();
    private final FunctionSources sources;
    private final SyntaxDiagnostics diagnostics;
    private volatile PositionEncoding encoding = PositionEncoding.UTF_16;

    public LiveDocuments(
            Scheduler scheduler,
            Executor workers,
            ShellBackend shells,
            ExecWaits waits,
            OpenDocuments documents,
            SessionOfDocument sessions,
            DiagnosticBoard board) {
        this.scheduler = scheduler;
        reader = MoreExecutors.newSequentialExecutor(workers);
        this.sessions = sessions;
        states = new LiveStates(shells, scheduler, reader);
        help = new KeptHelp(waits);
        sources = new FunctionSources(reader);
        diagnostics = new SyntaxDiagnostics(scheduler, reader, shells, documents, trees, board, () -> encoding);
    }

    /** What the client counts in; before it asks anything. */
    public void countIn(PositionEncoding positionEncoding) {
        encoding = positionEncoding;
    }

    /** A document is open or has changed. On the scheduler. */
    public void changed(String uri) {
        diagnostics.changed(uri);
    }

    /** On the scheduler. */
    public void closed(String uri) {
        diagnostics.closed(uri);
        reader.execute(() -> trees.forget(uri));
    }

    /** The client has gone. */
    public void leave() {
        scheduler.execute(diagnostics::leave);
        reader.execute(trees::close);
    }

    /** A place in a document, and the session that goes with that. */
    private record Scene(
            String uri, OpenDocuments.Snapshot document, Place place, int offset, Optional<ShellSession> session) {}

    private Optional<Scene> scene(String uri, OpenDocuments.Snapshot document, Place place) {
        if (document.text().length() > MOST_CHARACTERS || !ScriptPart.isIn(document.languageId())) {
            return Optional.empty();
        }
        int offset = new TextPlaces(document.text(), encoding).offset(place);
        return Optional.of(new Scene(uri, document, place, offset, sessions.of(uri)));
    }

    /** Looks at the script in which the place is, if it is in one. On the reader. */
    private <T> Optional<T> look(Scene scene, BiFunction<ScriptTree, ScriptKind, T> look) {
        OpenDocuments.Snapshot document = scene.document();
        return ScriptPart.at(
                        document.languageId(), document.text(), scene.place().line())
                .flatMap(part -> trees.of(scene.uri(), part.text()).map(tree -> look.apply(tree, part.kind())));
    }

    private CompletableFuture<Optional<LiveState>> live(Scene scene) {
        return scene.session()
                .map(session -> states.of(session).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    // ---- completion

    /** What was found of a place before the session was asked about it. */
    private record Spot(Cursor cursor, Definitions own, ScriptKind kind) {}

    /** What could be typed at a place. */
    public CompletableFuture<CompletionList> complete(
            String uri, OpenDocuments.Snapshot document, Place place, Supplier<Boolean> isStillWanted) {
        Optional<Scene> found = scene(uri, document, place);
        if (found.isEmpty()) {
            return CompletableFuture.completedFuture(NOTHING);
        }
        Scene scene = found.get();
        return CompletableFuture.supplyAsync(() -> spot(scene, isStillWanted), reader)
                .thenComposeAsync(
                        spot -> spot.map(known -> complete(scene, known))
                                .orElseGet(() -> CompletableFuture.completedFuture(NOTHING)),
                        scheduler);
    }

    private Optional<Spot> spot(Scene scene, Supplier<Boolean> isStillWanted) {
        if (!isStillWanted.get()) {
            return Optional.empty();
        }
        return look(scene, (tree, kind) -> new Spot(tree.cursor(scene.offset()), tree.definitions(), kind));
    }

    private CompletableFuture<CompletionList> complete(Scene scene, Spot spot) {
        @Nullable String command = spot.cursor().command();
        CompletableFuture<String> printed =
                command != null && spot.cursor().typed().startsWith("-")
                        ? help.of(scene.session(), command)
                        : CompletableFuture.completedFuture("");
        return live(scene)
                .thenCombineAsync(
                        printed,
                        (live, helpText) -> {
                            @Nullable LiveState state = live.orElse(null);
                            Offers offers = completer.offers(
                                    spot.cursor(), spot.own(), spot.kind().shell(), state, helpText);
                            TextPlaces places = new TextPlaces(scene.document().text(), encoding);
                            return OfferMapping.list(offers, spot.cursor(), scene.offset(), places, state);
                        },
                        reader);
    }

    // ---- what is said

    /**
     * What is known of the name at a place.
     *
     * @param isMarkdown whether that is to be said in Markdown, and not in plain text
     */
    public CompletableFuture<Optional<String>> explain(
            String uri, OpenDocuments.Snapshot document, Place place, boolean isMarkdown) {
        Optional<Scene> found = scene(uri, document, place);
        if (found.isEmpty() || found.get().session().isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Scene scene = found.get();
        return live(scene)
                .thenApplyAsync(
                        live -> live.flatMap(state -> name(scene)
                                .flatMap(name -> new Explanation(state, completer.programs(), isMarkdown).of(name))),
                        reader);
    }

    private Optional<Name> name(Scene scene) {
        return look(scene, (tree, kind) -> tree.name(scene.offset())).flatMap(name -> name);
    }

    /** Where what stands at a place is defined: in the document, or in the file that the session has it from. */
    public CompletableFuture<List<Location>> define(String uri, OpenDocuments.Snapshot document, Place place) {
        Optional<Scene> found = scene(uri, document, place);
        if (found.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        Scene scene = found.get();
        TextPlaces places = new TextPlaces(document.text(), encoding);
        return CompletableFuture.supplyAsync(() -> name(scene), reader)
                .thenComposeAsync(
                        name -> name.map(known -> define(scene, known, places))
                                .orElseGet(() -> CompletableFuture.completedFuture(List.of())),
                        reader);
    }

    private CompletableFuture<List<Location>> define(Scene scene, Name name, TextPlaces places) {
        Definitions own = look(scene, (tree, kind) -> tree.definitions()).orElse(Definitions.NONE);
        Name there = name.kind() == Name.Kind.VARIABLE
                ? own.variables().get(name.text())
                : own.functions().get(name.text());
        if (there != null) {
            return CompletableFuture.completedFuture(List.of(OfferMapping.location(scene.uri(), there, places)));
        }
        return name.kind() != Name.Kind.COMMAND || scene.session().isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : CompletableFuture.completedFuture(scene.session().get())
                        .thenComposeAsync(session -> sources.find(session, name.text(), encoding), scheduler);
    }
}
