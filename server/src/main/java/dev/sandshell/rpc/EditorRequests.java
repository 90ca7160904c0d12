package dev.sandshell.rpc;

import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import dev.sandshell.language.RunMarks;
import dev.sandshell.language.TextChange;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.protocol.CodeAction;
import dev.sandshell.protocol.CodeActionParams;
import dev.sandshell.protocol.CodeLens;
import dev.sandshell.protocol.ExecuteCommandParams;
import dev.sandshell.protocol.ExecuteCommandResult;
import dev.sandshell.protocol.Hover;
import dev.sandshell.protocol.HoverParams;
import dev.sandshell.protocol.InitializeParams;
import dev.sandshell.protocol.MarkupContent;
import dev.sandshell.protocol.Position;
import dev.sandshell.protocol.Range;
import dev.sandshell.protocol.RunnablesParams;
import dev.sandshell.protocol.ShellRunnable;
import dev.sandshell.protocol.TextDocumentContentParams;
import dev.sandshell.protocol.TextDocumentContentResult;
import dev.sandshell.protocol.WorkspaceFolder;
import dev.sandshell.session.ShellSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one client asks as an editor, of what can be run in its documents and what came of that. Called on the reader thread;
 * the work is done on the scheduler.
 */
final class EditorRequests {
    private static final int MOST_MARKS = 64;
    private static final int MOST_DOCUMENTS = 64;

    private final Handover handover;
    private final ServerContext context;
    private final ClientChannel channel;
    private final OpenDocuments open;
    private final ClientQuestions questions;
    private final RunMarks<EditorRun> marks = new RunMarks<>(MOST_MARKS, MOST_DOCUMENTS);
    private final List<HoverSource> hovers = new ArrayList<>();

    /** From {@code initialize} on. */
    private @Nullable Editor editor;

    /** Whatever depends on what the client is. */
    private record Editor(
            EditorFeatures features,
            EditorSessions sessions,
            EditorPointer pointer,
            OutputDocuments outputs,
            EditorRuns runs,
            EditorCommands commands,
            EditorMessages messages) {}

    EditorRequests(
            Handover handover,
            ServerContext context,
            ClientChannel channel,
            OpenDocuments open,
            ClientRequests client) {
        this.handover = handover;
        this.context = context;
        this.channel = channel;
        this.open = open;
        questions = new ClientQuestions(client, context.scheduler());
        hovers.add(new RunHover(marks, context.scheduler(), context.workers()));
    }

    /** Somebody else who has something to say about places; before {@code initialize}. */
    void addHovers(HoverSource source) {
        hovers.add(source);
    }

    /** The client has said what it is; on the reader thread, before anything that it asks. */
    EditorFeatures isEditor(InitializeParams params) {
        EditorFeatures features = EditorFeatures.of(params);
        EditorSessions sessions = new EditorSessions(context.registry(), features.readsUserFiles(), folders(params));
        EditorMessages messages = new EditorMessages(channel, features.takesStatus());
        EditorPointer pointer = new EditorPointer(open, features.positions());
        OutputDocuments outputs = new OutputDocuments(
                context.outputs(),
                context.registry().newId(""),
                context.scheduler(),
                context.workers(),
                features,
                questions,
                session -> context.registry().find(session).ifPresent(one -> one.outputDrained()));
        EditorRuns runs = new EditorRuns(
                channel, context.scheduler(), context.registry(), features, questions, outputs, messages);
        EditorCommands commands = new EditorCommands(
                context.scheduler(),
                context.workers(),
                open,
                pointer,
                sessions,
                runs,
                marks,
                outputs,
                messages,
                new EditorChoice(context.registry().history(), questions, messages),
                new EditorDoctor(context, features, runs, outputs, messages));
        editor = new Editor(features, sessions, pointer, outputs, runs, commands, messages);
        return features;
    }

    private static List<String> folders(InitializeParams params) {
        List<WorkspaceFolder> folders = params.workspaceFolders() == null ? List.of() : params.workspaceFolders();
        return Stream.concat(
                        folders.stream().filter(Objects::nonNull).map(WorkspaceFolder::uri),
                        Stream.of(params.rootUri() == null ? "" : params.rootUri()))
                .filter(uri -> uri != null && !uri.isEmpty())
                .toList();
    }

    private Editor editor() {
        return Objects.requireNonNull(editor, "nothing comes before initialize");
    }

    /** The session that commands of a document go to, where it is there. On the scheduler. */
    Optional<ShellSession> sessionOf(String uri) {
        return editor().sessions().present(uri);
    }

    /** Who reads what is wrong with files off what its commands print; after it has said what it is. */
    void tellDiagnostics(OutputDiagnostics found) {
        editor().runs().tellDiagnostics(found);
    }

    /** The client listens now. */
    void ready() {
        editor().runs().watchSessions();
        editor().runs().tellStatus();
    }

    /** The client has gone; what it has started goes on. */
    void leave() {
        Editor gone = editor;
        if (gone != null) {
            handover.end(() -> {
                context.registry().leave(gone.runs());
                gone.outputs().close();
            });
        }
    }

    // ---- documents; on the scheduler

    void changed(String uri, List<TextChange> changes) {
        marks.changed(uri, changes);
    }

    void closed(String uri) {
        marks.closed(uri);
    }

    CompletableFuture<List<CodeLens>> lenses(String uri, OpenDocuments.Snapshot document) {
        return new EditorLenses(marks, context.scheduler(), context.workers()).of(uri, document);
    }

    // ---- requests

    private record Command(String command, CommandArgument argument) {}

    CompletableFuture<ExecuteCommandResult> executeCommand(@Nullable ExecuteCommandParams given) {
        return handover.checked(
                () -> {
                    ExecuteCommandParams params = Fields.required("params", given);
                    String command = Fields.required("command", params.command());
                    if (!EditorCommands.ALL.contains(command)) {
                        throw new InvalidArgumentException("command must be one of "
                                + String.join(", ", EditorCommands.ALL) + ", got \"" + command + "\"");
                    }
                    return new Command(command, CommandArgument.of(params.arguments()));
                },
                (asked, reply) ->
                        Handover.answer(editor().commands().execute(asked.command(), asked.argument()), reply));
    }

    private record Stretch(String uri, Range range, Place start, Place end, boolean isWanted) {}

    CompletableFuture<List<CodeAction>> codeActions(@Nullable CodeActionParams given) {
        return handover.checked(
                () -> {
                    CodeActionParams params = Fields.required("params", given);
                    Range range = Fields.required("range", params.range());
                    List<String> only =
                            params.context() == null ? null : params.context().only();
                    return new Stretch(
                            DocumentRequests.requiredUri(params.textDocument()),
                            range,
                            place("range.start", range.start()),
                            place("range.end", range.end()),
                            EditorActions.areWanted(only));
                },
                (asked, reply) -> {
                    Editor now = editor();
                    now.pointer().moveTo(asked.uri(), asked.start(), asked.end());
                    if (!asked.isWanted() || !now.features().leavesCommands()) {
                        reply.complete(List.of());
                        return;
                    }
                    EditorActions actions =
                            new EditorActions(now.features().positions(), context.scheduler(), context.workers());
                    Handover.answer(
                            actions.of(
                                    asked.uri(),
                                    open.snapshot(asked.uri()),
                                    asked.range(),
                                    asked.start(),
                                    asked.end(),
                                    () -> now.runs().lastUnder(run -> true),
                                    () -> now.sessions()
                                            .present(asked.uri())
                                            .filter(session -> now.outputs().has(session.id()))
                                            .isPresent()),
                            reply);
                });
    }

    private record Spot(String uri, Place place) {}

    CompletableFuture<Hover> hover(@Nullable HoverParams given) {
        return handover.checked(
                () -> {
                    HoverParams params = Fields.required("params", given);
                    return new Spot(
                            DocumentRequests.requiredUri(params.textDocument()), place("position", params.position()));
                },
                (asked, reply) -> {
                    editor().pointer().moveTo(asked.uri(), asked.place(), asked.place());
                    OpenDocuments.Snapshot document = open.snapshot(asked.uri());
                    List<CompletableFuture<Optional<String>>> all = hovers.stream()
                            .map(source -> source.at(
                                    asked.uri(),
                                    document,
                                    asked.place(),
                                    editor().features().readsMarkdown()))
                            .toList();
                    Handover.answer(
                            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                                    .thenApplyAsync(nothing -> hoverOf(all), context.scheduler()),
                            reply);
                });
    }

    /** All that anybody says; null where nobody does. */
    private @Nullable Hover hoverOf(List<CompletableFuture<Optional<String>>> said) {
        List<String> parts = said.stream().flatMap(part -> part.join().stream()).toList();
        String kind = editor().features().readsMarkdown() ? "markdown" : "plaintext";
        return parts.isEmpty() ? null : new Hover(new MarkupContent(kind, String.join("\n\n---\n\n", parts)));
    }

    private record Whole(String uri, @Nullable Integer line) {}

    CompletableFuture<List<ShellRunnable>> runnables(@Nullable RunnablesParams given) {
        return handover.checked(
                () -> {
                    RunnablesParams params = Fields.required("params", given);
                    Position position = params.position();
                    return new Whole(
                            DocumentRequests.requiredUri(params.textDocument()),
                            position == null
                                    ? null
                                    : Integer.valueOf(
                                            place("position", position).line()));
                },
                (asked, reply) -> {
                    OpenDocuments.Snapshot document = open.snapshot(asked.uri());
                    String folder = editor().sessions()
                            .folderOf(asked.uri())
                            .map(Path::toString)
                            .orElse(null);
                    Handover.answer(
                            CompletableFuture.supplyAsync(
                                            () -> EditorRunnables.of(asked.uri(), document, folder, asked.line()),
                                            context.workers())
                                    .thenApplyAsync(found -> found, context.scheduler()),
                            reply);
                });
    }

    CompletableFuture<TextDocumentContentResult> content(@Nullable TextDocumentContentParams given) {
        return handover.checked(
                () -> Fields.required("uri", Fields.required("params", given).uri()),
                (uri, reply) -> Handover.answer(
                        editor().outputs()
                                .read(uri)
                                .thenApplyAsync(TextDocumentContentResult::new, context.scheduler()),
                        reply));
    }

    private static Place place(String field, @Nullable Position given) throws InvalidArgumentException {
        Position position = Fields.required(field, given);
        if (position.line() < 0 || position.character() < 0) {
            throw new InvalidArgumentException(field + " must not be before the beginning");
        }
        return new Place(position.line(), position.character());
    }
}
