package dev.sandshell.rpc;

import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import dev.sandshell.language.PositionEncoding;
import dev.sandshell.language.TextChange;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.protocol.CodeLens;
import dev.sandshell.protocol.CodeLensParams;
import dev.sandshell.protocol.DidChangeTextDocumentParams;
import dev.sandshell.protocol.DidCloseTextDocumentParams;
import dev.sandshell.protocol.DidOpenTextDocumentParams;
import dev.sandshell.protocol.Position;
import dev.sandshell.protocol.Range;
import dev.sandshell.protocol.TextDocumentContentChangeEvent;
import dev.sandshell.protocol.TextDocumentIdentifier;
import dev.sandshell.protocol.TextDocumentItem;
import dev.sandshell.scripts.LiveDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a client tells of its documents, and the lenses that it is offered on them. Called on the reader thread; the documents
 * are confined to the scheduler.
 */
final class DocumentRequests {
    private final Handover handover;
    private final OpenDocuments documents;
    private final EditorRequests editor;
    private final LiveDocuments live;
    private PositionEncoding positions = PositionEncoding.UTF_16;

    DocumentRequests(Handover handover, OpenDocuments documents, EditorRequests editor, LiveDocuments live) {
        this.handover = handover;
        this.documents = documents;
        this.editor = editor;
        this.live = live;
    }

    /** What the client counts in; on the reader thread, before anything that it tells. */
    void countIn(PositionEncoding encoding) {
        positions = encoding;
    }

    /** Who tells nonsense is told nothing, as of any notification. */
    void opened(@Nullable DidOpenTextDocumentParams params) {
        TextDocumentItem item = params == null ? null : params.textDocument();
        if (item != null && item.uri() != null && item.languageId() != null && item.text() != null) {
            handover.tell(() -> {
                documents.open(item.uri(), item.languageId(), item.text());
                editor.editor().opened(item.uri());
                live.changed(item.uri());
            });
        }
    }

    void closed(@Nullable DidCloseTextDocumentParams params) {
        String uri = params == null ? null : uriOf(params.textDocument());
        if (uri != null) {
            handover.tell(() -> close(uri));
        }
    }

    private void close(String uri) {
        documents.close(uri);
        editor.editor().closed(uri);
        live.closed(uri);
    }

    void changed(@Nullable DidChangeTextDocumentParams params) {
        if (params == null
                || params.textDocument() == null
                || params.textDocument().uri() == null) {
            return;
        }
        String uri = params.textDocument().uri();
        List<TextChange> changes = changesOf(params.contentChanges());
        // A text of which not everything is known is another text.
        handover.tell(
                changes == null
                        ? () -> close(uri)
                        : () -> {
                            documents.change(uri, changes);
                            editor.editor().changed(uri, changes);
                            live.changed(uri);
                        });
    }

    CompletableFuture<List<CodeLens>> lenses(@Nullable CodeLensParams params) {
        return handover.checked(
                () -> requiredUri(params == null ? null : params.textDocument()),
                (uri, reply) -> Handover.answer(editor.editor().lenses(uri), reply));
    }

    static String requiredUri(@Nullable TextDocumentIdentifier document) throws InvalidArgumentException {
        return Fields.required("textDocument.uri", uriOf(document));
    }

    private static @Nullable String uriOf(@Nullable TextDocumentIdentifier document) {
        return document == null ? null : document.uri();
    }

    /** Null where one of them says nothing. */
    private @Nullable List<TextChange> changesOf(@Nullable List<@Nullable TextDocumentContentChangeEvent> told) {
        if (told == null) {
            return null;
        }
        List<TextChange> changes = new ArrayList<>();
        for (TextDocumentContentChangeEvent event : told) {
            TextChange change = event == null ? null : changeOf(event);
            if (change == null) {
                return null;
            }
            changes.add(change);
        }
        return changes;
    }

    private @Nullable TextChange changeOf(TextDocumentContentChangeEvent event) {
        Range range = event.range();
        if (event.text() == null) {
            return null;
        }
        if (range == null) {
            return new TextChange.Whole(event.text());
        }
        Place start = placeOf(range.start());
        Place end = placeOf(range.end());
        return start == null || end == null ? null : new TextChange.Part(start, end, event.text(), positions);
    }

    private static @Nullable Place placeOf(@Nullable Position position) {
        return position == null || position.line() < 0 || position.character() < 0
                ? null
                : new Place(position.line(), position.character());
    }
}
