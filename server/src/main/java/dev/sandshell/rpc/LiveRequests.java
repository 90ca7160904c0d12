package dev.sandshell.rpc;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.protocol.CompletionList;
import dev.sandshell.protocol.CompletionParams;
import dev.sandshell.protocol.DefinitionParams;
import dev.sandshell.protocol.Location;
import dev.sandshell.protocol.Position;
import dev.sandshell.protocol.TextDocumentIdentifier;
import dev.sandshell.scripts.LiveDocuments;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The questions about places in documents. Called on the reader thread; answered from the scheduler, and a cancellation is
 * answered at once.
 */
final class LiveRequests {
    private final Handover handover;
    private final Scheduler scheduler;
    private final OpenDocuments documents;
    private final EditorRequests editor;
    private final LiveDocuments live;

    private record Spot(String uri, Place place) {}

    LiveRequests(
            Handover handover,
            Scheduler scheduler,
            OpenDocuments documents,
            EditorRequests editor,
            LiveDocuments live) {
        this.handover = handover;
        this.scheduler = scheduler;
        this.documents = documents;
        this.editor = editor;
        this.live = live;
    }

    /** The client has gone. */
    void leave() {
        live.leave();
    }

    CompletableFuture<CompletionList> completion(@Nullable CompletionParams given) {
        return handover.checked(
                () -> {
                    CompletionParams params = Fields.required("params", given);
                    return spot(params.textDocument(), params.position());
                },
                (spot, reply) -> {
                    editor.editor().pointsAt(spot.uri(), spot.place());
                    CompletableFuture<CompletionList> answer = new CompletableFuture<>();
                    answer(
                            live.complete(
                                    spot.uri(), documents.snapshot(spot.uri()), spot.place(), () -> !answer.isDone()),
                            answer,
                            reply);
                });
    }

    CompletableFuture<List<Location>> definition(@Nullable DefinitionParams given) {
        return handover.checked(
                () -> {
                    DefinitionParams params = Fields.required("params", given);
                    return spot(params.textDocument(), params.position());
                },
                (spot, reply) -> {
                    editor.editor().pointsAt(spot.uri(), spot.place());
                    answer(
                            live.define(spot.uri(), documents.snapshot(spot.uri()), spot.place()),
                            new CompletableFuture<>(),
                            reply);
                });
    }

    private static Spot spot(@Nullable TextDocumentIdentifier document, @Nullable Position given)
            throws InvalidArgumentException {
        String uri = Fields.required("textDocument.uri", document == null ? null : document.uri());
        Position position = Fields.required("position", given);
        if (position.line() < 0 || position.character() < 0) {
            throw new InvalidArgumentException("position must not be negative");
        }
        return new Spot(uri, new Place(position.line(), position.character()));
    }

    /** Passes an outcome on to a reply, by way of an answer that a cancellation may complete before. */
    private <T> void answer(CompletableFuture<T> outcome, CompletableFuture<T> answer, CancellableReply<T> reply) {
        CompletableFuture<T> unused = outcome.whenCompleteAsync(
                (value, failure) -> {
                    if (failure == null) {
                        answer.complete(value);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                },
                scheduler);
        handover.awaiting(answer, value -> value, reply);
    }
}
