package dev.sandshell.editor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.sandshell.language.PositionEncoding;
import dev.sandshell.protocol.ClientCapabilities;
import dev.sandshell.protocol.GeneralClientCapabilities;
import dev.sandshell.protocol.InitializationOptions;
import dev.sandshell.protocol.InitializeParams;
import dev.sandshell.protocol.ShowDocumentClientCapabilities;
import dev.sandshell.protocol.WindowClientCapabilities;
import dev.sandshell.protocol.WorkspaceClientCapabilities;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client is, as far as it is an editor: what it can show, and what it leaves to the server.
 *
 * @param leavesCommands whether the commands of lenses are the server's to do: it is an editor without a plug-in of ours
 * @param hearsOfSessions whether it is told of sessions that come and go
 * @param positions what it counts places in a line in
 * @param showsDocuments whether it opens a document that it is asked to
 * @param showsContent whether it shows documents that the server has the text of
 * @param refreshesLenses whether it asks for lenses again when it is told to
 * @param showsProgress whether it makes tokens for progress of ours
 * @param takesStatus whether it is told how the server is
 * @param readsMarkdown whether what is said about a place may be Markdown
 * @param showsDiagnostics whether it shows what is wrong with documents, and has no rules of its own for output
 * @param readsUserFiles whether the shells of its folders read the user's rc files
 * @param whenToShow when output is shown that nobody has asked to see
 */
public record EditorFeatures(
        boolean leavesCommands,
        boolean hearsOfSessions,
        PositionEncoding positions,
        boolean showsDocuments,
        boolean showsContent,
        boolean refreshesLenses,
        boolean showsProgress,
        boolean takesStatus,
        boolean readsMarkdown,
        boolean showsDiagnostics,
        boolean readsUserFiles,
        WhenToShow whenToShow) {

    /** When output is shown that nobody has asked to see. */
    public enum WhenToShow {
        FIRST,
        ALWAYS,
        NEVER;

        private static WhenToShow of(@Nullable String word) {
            return "always".equals(word) ? ALWAYS : "never".equals(word) ? NEVER : FIRST;
        }
    }

    public static EditorFeatures of(InitializeParams params) {
        ClientCapabilities given =
                params.capabilities() == null ? new ClientCapabilities(null, null) : params.capabilities();
        InitializationOptions options = params.initializationOptions() == null
                ? new InitializationOptions(null, null)
                : params.initializationOptions();
        WindowClientCapabilities window =
                given.window() == null ? new WindowClientCapabilities(null, null) : given.window();
        WorkspaceClientCapabilities workspace =
                given.workspace() == null ? new WorkspaceClientCapabilities(null, null) : given.workspace();
        boolean isEditor = given.textDocument() instanceof JsonObject;
        boolean leavesCommands =
                "server".equals(options.commands()) || (isEditor && !"client".equals(options.commands()));
        ShowDocumentClientCapabilities documents = window.showDocument();
        return new EditorFeatures(
                leavesCommands,
                !isEditor || at(given.experimental(), "sandbox").isPresent(),
                positions(given.general()),
                documents != null && Boolean.TRUE.equals(documents.support()),
                workspace.textDocumentContent() instanceof JsonObject,
                workspace.codeLens() != null
                        && Boolean.TRUE.equals(workspace.codeLens().refreshSupport()),
                Boolean.TRUE.equals(window.workDoneProgress()),
                at(given.experimental(), "serverStatusNotification").equals(Optional.of(new JsonPrimitive(true))),
                at(given.textDocument(), "hover")
                        .flatMap(hover -> at(hover, "contentFormat"))
                        .filter(formats ->
                                formats instanceof JsonArray array && array.contains(new JsonPrimitive("markdown")))
                        .isPresent(),
                isEditor && at(given.textDocument(), "publishDiagnostics").orElse(null) instanceof JsonObject,
                !"clean".equals(options.startup()),
                WhenToShow.of(options.output()));
    }

    /** The first of what the client can that is known; UTF-16, as in the beginning, where it says nothing. */
    private static PositionEncoding positions(@Nullable GeneralClientCapabilities general) {
        List<String> offered =
                general == null || general.positionEncodings() == null ? List.of() : general.positionEncodings();
        return offered.stream()
                .filter(Objects::nonNull)
                .flatMap(word -> PositionEncoding.named(word).stream())
                .findFirst()
                .orElse(PositionEncoding.UTF_16);
    }

    private static Optional<JsonElement> at(@Nullable JsonElement whole, String name) {
        return whole instanceof JsonObject object ? Optional.ofNullable(object.get(name)) : Optional.empty();
    }
}
