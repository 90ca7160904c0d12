package dev.sandshell.editor;

import com.google.common.collect.ImmutableList;
import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import dev.sandshell.language.RunMarks;
import dev.sandshell.language.TextChange;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.problems.OutputDiagnostics;
import dev.sandshell.protocol.CodeAction;
import dev.sandshell.protocol.CodeLens;
import dev.sandshell.protocol.ExecuteCommandResult;
import dev.sandshell.protocol.InitializeParams;
import dev.sandshell.protocol.Range;
import dev.sandshell.protocol.ShellRunnable;
import dev.sandshell.protocol.WorkspaceFolder;
import dev.sandshell.session.ShellSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the server is for one client that is an editor: it answers what the client asks of its documents and does its
 * commands. Made once the client has said what it is. Confined to the scheduler; what takes as long as documents are is done
 * by workers.
 */
public final class Editor {
    /** The commands that it does. */
    public static final ImmutableList<String> COMMANDS = EditorCommands.ALL;

    /** The kind of its code actions. */
    public static final String ACTIONS = EditorActions.KIND;

    /** The kind of its runnables. */
    public static final String RUNNABLES = EditorRunnables.KIND;

    /** The scheme of the documents that it has the text of. */
    public static final String CONTENT = OutputDocuments.SCHEME;

    private static final int MOST_MARKS = 64;
    private static final int MOST_DOCUMENTS = 64;

    private final EditorServer server;
    private final OpenDocuments open;
    private final EditorFeatures features;
    private final RunMarks<EditorRun> marks = new RunMarks<>(MOST_MARKS, MOST_DOCUMENTS);
    private final RunHover hover;
    private final EditorLenses lenses;
    private final EditorActions actions;
    private final EditorSessions sessions;
    private final EditorPointer pointer;
    private final OutputDocuments outputs;
    private final EditorRuns runs;
    private final EditorCommands commands;

    public Editor(
            EditorServer server,
            OpenDocuments open,
            EditorClient client,
            EditorFeatures features,
            InitializeParams params) {
        this.server = server;
        this.open = open;
        this.features = features;
        hover = new RunHover(marks, server.scheduler(), server.workers());
        lenses = new EditorLenses(marks, server.scheduler(), server.workers());
        actions = new EditorActions(features.positions(), server.scheduler(), server.workers());
        sessions = new EditorSessions(server, features.readsUserFiles(), folders(params));
        pointer = new EditorPointer(open, features.positions());
        EditorMessages messages = new EditorMessages(client, features.takesStatus());
        outputs = new OutputDocuments(
                server.outputs(),
                server.registry().newId(""),
                server.scheduler(),
                server.workers(),
                features,
                client,
                session -> server.registry().find(session).ifPresent(ShellSession::outputDrained));
        runs = new EditorRuns(client, server.registry(), features, outputs, messages);
        commands = new EditorCommands(
                server.scheduler(),
                new CommandOrder(server.scheduler(), server.workers()),
                open,
                pointer,
                sessions,
                runs,
                marks,
                outputs,
                client,
                messages,
                new EditorChoice(server.scheduler(), server.registry().history(), client, messages),
                new EditorDoctor(server, features, runs, outputs, client, messages));
    }

    private static List<String> folders(InitializeParams params) {
        return Stream.concat(uris(params.workspaceFolders()).stream(), Stream.ofNullable(params.rootUri()))
                .toList();
    }

    private static List<String> uris(@Nullable List<? extends @Nullable WorkspaceFolder> folders) {
        return folders == null
                ? List.of()
                : folders.stream()
                        .flatMap(folder -> folder == null ? Stream.empty() : Stream.ofNullable(folder.uri()))
                        .toList();
    }

    /** Who reads what is wrong with files off what its commands print; before it runs any. */
    public void tellDiagnostics(OutputDiagnostics found) {
        runs.tellDiagnostics(found);
    }

    /** The client listens now. */
    public void ready() {
        runs.watchSessions();
        runs.tellStatus();
    }

    /** The client has gone; what it has started goes on. */
    public void leave() {
        server.registry().leave(runs);
        outputs.close();
    }

    /** The session that commands of a document go to, where it is there. */
    public Optional<ShellSession> sessionOf(String uri) {
        return sessions.present(uri);
    }

    // ---- what the client tells

    /** It has closed and opened folders: documents in them have other sessions now. */
    public void changedFolders(
            @Nullable List<@Nullable WorkspaceFolder> removed, @Nullable List<@Nullable WorkspaceFolder> added) {
        sessions.changeFolders(uris(removed), uris(added));
    }

    public void opened(String uri) {
        pointer.opened(uri);
    }

    public void changed(String uri, List<TextChange> changes) {
        pointer.changed(uri, changes);
        marks.changed(uri, changes);
    }

    public void closed(String uri) {
        marks.closed(uri);
    }

    /** It has asked about a place, so that is where its user is. */
    public void pointsAt(String uri, Place place) {
        pointer.moveTo(uri, place, place);
    }

    // ---- what it asks

    /** Does one of its {@link #COMMANDS}; answers as soon as that is under way. */
    public CompletableFuture<ExecuteCommandResult> execute(String command, CommandArgument argument) {
        return commands.execute(command, argument);
    }

    public CompletableFuture<List<CodeLens>> lenses(String uri) {
        OpenDocuments.Snapshot document = open.snapshot(uri);
        return features.leavesCommands() ? lenses.of(uri, document) : lenses.withoutRuns(uri, document);
    }

    /**
     * What can be done with a stretch of a document.
     *
     * @param range the stretch as the client has said it
     * @param only the kinds that it wants to know of; null for all
     */
    public CompletableFuture<List<CodeAction>> actions(
            String uri, Range range, Place start, Place end, @Nullable List<@Nullable String> only) {
        pointer.moveTo(uri, start, end);
        if (!EditorActions.areWanted(only) || !features.leavesCommands()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return actions.of(
                uri,
                open.snapshot(uri),
                range,
                start,
                end,
                () -> runs.lastUnder(run -> true),
                () -> sessions.present(uri)
                        .filter(session -> outputs.has(session.id()))
                        .isPresent());
    }

    /** What is to be said of a line that has been run. */
    public CompletableFuture<Optional<String>> hover(String uri, Place place) {
        pointsAt(uri, place);
        return hover.at(uri, open.snapshot(uri), place, features.readsMarkdown());
    }

    /**
     * What of a document the client can run by itself.
     *
     * @param line only what is around it; null for all
     */
    public CompletableFuture<List<ShellRunnable>> runnables(String uri, @Nullable Integer line) {
        OpenDocuments.Snapshot document = open.snapshot(uri);
        String folder = sessions.folderOf(uri).map(Path::toString).orElse(null);
        return CompletableFuture.supplyAsync(() -> EditorRunnables.of(uri, document, folder, line), server.workers())
                .thenApplyAsync(found -> found, server.scheduler());
    }

    /** The text of a document of ours. */
    public CompletableFuture<String> content(String uri) throws RefusedException {
        return outputs.read(uri).thenApplyAsync(text -> text, server.scheduler());
    }
}
