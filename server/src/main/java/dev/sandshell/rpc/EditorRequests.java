package dev.sandshell.rpc;

import com.google.common.collect.ImmutableList;
import dev.sandshell.editor.CommandArgument;
import dev.sandshell.editor.Editor;
import dev.sandshell.editor.EditorClient;
import dev.sandshell.editor.EditorFeatures;
import dev.sandshell.editor.EditorServer;
import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.protocol.CodeAction;
import dev.sandshell.protocol.CodeActionParams;
import dev.sandshell.protocol.DidChangeWorkspaceFoldersParams;
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
import dev.sandshell.protocol.WorkspaceFoldersChangeEvent;
import dev.sandshell.scripts.LiveDocuments;
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
    private final Handover handover;
    private final ServerContext context;
    private final OpenDocuments open;
    private final LiveDocuments scripts;
    private final EditorClient client;

    /** From {@code initialize} on. */
    private @Nullable Editor editor;

    private boolean readsMarkdown;

    EditorRequests(
            Handover handover, ServerContext context, OpenDocuments open, LiveDocuments scripts, EditorClient client) {
        this.handover = handover;
        this.context = context;
        this.open = open;
        this.scripts = scripts;
        this.client = client;
    }

    /** The client has said what it is; on the reader thread, before anything that it asks. */
    Editor isEditor(EditorFeatures features, InitializeParams params) {
        EditorServer server = new EditorServer(
                context.scheduler(),
                context.workers(),
                context.registry(),
                () -> context.registry().all().stream()
                        .map(session -> SessionMapping.session(session.view()))
                        .collect(ImmutableList.toImmutableList()),
                context.shells(),
                context.outputs(),
                context.version());
        Editor made = new Editor(server, open, client, features, params);
        readsMarkdown = features.readsMarkdown();
        editor = made;
        return made;
    }

    Editor editor() {
        return Objects.requireNonNull(editor, "nothing comes before initialize");
    }

    /** The client has gone. */
    void leave() {
        Editor gone = editor;
        if (gone != null) {
            handover.end(gone::leave);
        }
    }

    /** The client has opened and closed folders. Who tells nonsense is told nothing. */
    void changedFolders(@Nullable DidChangeWorkspaceFoldersParams params) {
        WorkspaceFoldersChangeEvent event = params == null ? null : params.event();
        if (event != null) {
            handover.tell(() -> editor().changedFolders(event.removed(), event.added()));
        }
    }

    private record Command(String command, CommandArgument argument) {}

    CompletableFuture<ExecuteCommandResult> executeCommand(@Nullable ExecuteCommandParams given) {
        return handover.checked(
                () -> {
                    ExecuteCommandParams params = Fields.required("params", given);
                    String command = Fields.required("command", params.command());
                    if (!Editor.COMMANDS.contains(command)) {
                        throw new InvalidArgumentException("command must be one of "
                                + String.join(", ", Editor.COMMANDS) + ", got \"" + command + "\"");
                    }
                    return new Command(command, CommandArgument.of(params.arguments()));
                },
                (asked, reply) -> Handover.answer(editor().execute(asked.command(), asked.argument()), reply));
    }

    private record Stretch(
            String uri,
            Range range,
            Place start,
            Place end,
            @Nullable List<@Nullable String> only) {}

    CompletableFuture<List<CodeAction>> codeActions(@Nullable CodeActionParams given) {
        return handover.checked(
                () -> {
                    CodeActionParams params = Fields.required("params", given);
                    Range range = Fields.required("range", params.range());
                    return new Stretch(
                            DocumentRequests.requiredUri(params.textDocument()),
                            range,
                            place("range.start", range.start()),
                            place("range.end", range.end()),
                            params.context() == null ? null : params.context().only());
                },
                (asked, reply) -> Handover.answer(
                        editor().actions(asked.uri(), asked.range(), asked.start(), asked.end(), asked.only()), reply));
    }

    private record Spot(String uri, Place place) {}

    CompletableFuture<Hover> hover(@Nullable HoverParams given) {
        return handover.checked(
                () -> {
                    HoverParams params = Fields.required("params", given);
                    return new Spot(
                            DocumentRequests.requiredUri(params.textDocument()), place("position", params.position()));
                },
                (asked, reply) -> Handover.answer(
                        editor().hover(asked.uri(), asked.place())
                                .thenCombineAsync(
                                        scripts.explain(
                                                asked.uri(), open.snapshot(asked.uri()), asked.place(), readsMarkdown),
                                        this::hoverOf,
                                        context.scheduler()),
                        reply));
    }

    /** All that is said; null where nothing is. */
    private @Nullable Hover hoverOf(Optional<String> ofRun, Optional<String> ofName) {
        List<String> parts = Stream.concat(ofRun.stream(), ofName.stream()).toList();
        String kind = readsMarkdown ? "markdown" : "plaintext";
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
                (asked, reply) -> Handover.answer(editor().runnables(asked.uri(), asked.line()), reply));
    }

    CompletableFuture<TextDocumentContentResult> content(@Nullable TextDocumentContentParams given) {
        return handover.checked(
                () -> Fields.required("uri", Fields.required("params", given).uri()),
                (uri, reply) ->
                        Handover.answer(editor().content(uri).thenApply(TextDocumentContentResult::new), reply));
    }

    private static Place place(String field, @Nullable Position given) throws InvalidArgumentException {
        Position position = Fields.required(field, given);
        if (position.line() < 0 || position.character() < 0) {
            throw new InvalidArgumentException(field + " must not be before the beginning");
        }
        return new Place(position.line(), position.character());
    }
}
