package dev.sandshell.rpc;

import dev.sandshell.language.OpenDocuments;
import dev.sandshell.language.Place;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Somebody who has something to say about places in documents. Called on the scheduler. */
@FunctionalInterface
interface HoverSource {
    /**
     * What it says; completes on any thread.
     *
     * @param isMarkdown whether that is to be Markdown, and not plain text
     */
    CompletableFuture<Optional<String>> at(
            String uri, OpenDocuments.Snapshot document, Place place, boolean isMarkdown);
}
