package dev.sandshell.editor;

import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import dev.sandshell.language.PositionEncoding;
import dev.sandshell.language.Selection;
import dev.sandshell.language.TextChange;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the user of an editor is, as far as the editor's questions tell: it asks what can be done with a selection, what is
 * to be said about a place, and what can be typed there. Nobody tells of a cursor that just moves, so it is only sure as long
 * as no other place is known to have been worked at since. Confined to the scheduler.
 */
final class EditorPointer {
    private final OpenDocuments documents;
    private final PositionEncoding positions;
    private @Nullable String uri;
    private Place start = new Place(0, 0);
    private Place end = start;
    private boolean isSure;

    EditorPointer(OpenDocuments documents, PositionEncoding positions) {
        this.documents = documents;
        this.positions = positions;
    }

    /**
     * What is to be run of a document.
     *
     * @param isSure whether the user is there, for all that is known
     */
    record Pointed(String uri, OpenDocuments.Snapshot document, Selection selection, boolean isSure) {
        /** Where it stands, {@code a.sh:4} or {@code a.sh:4-6}. */
        String place() {
            int first = selection.firstLine() + 1;
            int last = selection.lastLine() + 1;
            String name = uri.substring(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf(':')) + 1);
            return name + ":" + first + (last > first ? "-" + last : "");
        }
    }

    /** The editor has asked about this. */
    void moveTo(String document, Place from, Place to) {
        uri = document;
        start = from;
        end = to;
        isSure = true;
    }

    /** A document has been opened, which the user may look at now. */
    void opened(String document) {
        isSure &= document.equals(uri);
    }

    /** Who types on the line stays there; whatever else changes, nobody knows where the user is. */
    void changed(String document, List<TextChange> changes) {
        boolean isHere = document.equals(uri) && changes.stream().allMatch(change -> change.isWithin(start.line()));
        if (isHere && !changes.isEmpty()) {
            end = start;
        }
        isSure &= isHere;
    }

    /** The document that it asked about last. */
    @Nullable
    String uri() {
        return uri;
    }

    /** What it asked about last; the document as it is now, looked through when that is asked for, by any thread. */
    Supplier<Optional<Pointed>> last() {
        String document = uri;
        return document == null ? Optional::empty : at(document, start, end, isSure);
    }

    /** The same at places that the editor names. */
    Supplier<Optional<Pointed>> at(String document, Place from, Place to) {
        return at(document, from, to, true);
    }

    private Supplier<Optional<Pointed>> at(String document, Place from, Place to, boolean isThere) {
        OpenDocuments.Snapshot now = documents.snapshot(document);
        return () ->
                now.selection(from, to, positions).map(selection -> new Pointed(document, now, selection, isThere));
    }
}
