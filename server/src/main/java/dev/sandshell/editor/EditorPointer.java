package dev.sandshell.editor;

import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import dev.sandshell.language.PositionEncoding;
import dev.sandshell.language.Selection;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the user of an editor is, as far as the editor's questions tell: it asks what can be done with a selection, and what
 * is to be said about a place. Confined to the scheduler.
 */
final class EditorPointer {
    private final OpenDocuments documents;
    private final PositionEncoding positions;
    private @Nullable String uri;
    private Place start = new Place(0, 0);
    private Place end = start;

    EditorPointer(OpenDocuments documents, PositionEncoding positions) {
        this.documents = documents;
        this.positions = positions;
    }

    /** What is to be run of a document. */
    record Pointed(String uri, OpenDocuments.Snapshot document, Selection selection) {}

    /** The editor has asked about this. */
    void moveTo(String document, Place from, Place to) {
        uri = document;
        start = from;
        end = to;
    }

    /** The document that it asked about last. */
    @Nullable
    String uri() {
        return uri;
    }

    /** What it asked about last; the document as it is now, looked through when that is asked for, by any thread. */
    Supplier<Optional<Pointed>> last() {
        String document = uri;
        return document == null ? Optional::empty : at(document, start, end);
    }

    /** The same at other places. */
    Supplier<Optional<Pointed>> at(String document, Place from, Place to) {
        OpenDocuments.Snapshot now = documents.snapshot(document);
        return () -> now.selection(from, to, positions).map(selection -> new Pointed(document, now, selection));
    }
}
