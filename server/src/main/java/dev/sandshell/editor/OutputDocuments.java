package dev.sandshell.editor;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.output.OutputFile;
import dev.sandshell.output.OutputPlace;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.ShowDocumentParams;
import dev.sandshell.protocol.TextDocumentContentParams;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The documents in which one client sees output: one a session, at most {@link #MOST}; of more, the one that was written
 * or asked for longest ago goes. Their addresses begin with {@code sandbox:} where the client has the server give it their
 * text, and else they are files. Confined to the scheduler.
 */
final class OutputDocuments implements OutputFile.Listener {
    private static final Logger LOG = Logger.getLogger(OutputDocuments.class.getName());
    private static final int MOST = 16;

    /** That of the documents that are no files. */
    static final String SCHEME = "sandbox";

    private final OutputPlace place;
    private final String clientId;
    private final Scheduler scheduler;
    private final Executor workers;
    private final EditorFeatures features;
    private final EditorClient client;
    private final Consumer<String> whenDrained;
    private final Map<String, Document> documents = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> looked = new HashSet<>();
    private boolean isClosed;

    private record Document(String sessionId, OutputFile file, String uri, RefreshRequests refreshes) {}

    /**
     * @param clientId tells this client's files from those of others
     * @param whenDrained told the session whose output is taken again
     */
    OutputDocuments(
            OutputPlace place,
            String clientId,
            Scheduler scheduler,
            Executor workers,
            EditorFeatures features,
            EditorClient client,
            Consumer<String> whenDrained) {
        this.place = place;
        this.clientId = clientId;
        this.scheduler = scheduler;
        this.workers = workers;
        this.features = features;
        this.client = client;
        this.whenDrained = whenDrained;
    }

    /** The one of a session, made where it is not there. */
    OutputFile of(String sessionId) throws RefusedException {
        Document known = documents.get(sessionId);
        if (known != null) {
            return known.file();
        }
        Path path = folder().resolve(sessionId.replace('/', '-') + ".txt");
        OutputFile file = new OutputFile(path, scheduler, workers, this);
        String uri =
                features.showsContent() ? addressOf(sessionId) : path.toUri().toString();
        documents.put(
                sessionId,
                new Document(
                        sessionId,
                        file,
                        uri,
                        new RefreshRequests(client, Methods.REFRESH_CONTENT, new TextDocumentContentParams(uri))));
        if (documents.size() > MOST) {
            Iterator<Document> oldest = documents.values().iterator();
            var unused = oldest.next().file().close();
            oldest.remove();
            looked.retainAll(documents.keySet());
        }
        return file;
    }

    private Path folder() throws RefusedException {
        try {
            Path folder = place.ensure().resolve(clientId);
            return Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            LOG.log(Level.FINE, "there is no place for output", e);
            throw new RefusedException(
                    RefusalCode.SHELL_START_FAILED, "there is no place for the output: " + e.getMessage());
        }
    }

    private static String addressOf(String sessionId) {
        try {
            return new URI(SCHEME, null, "/" + sessionId + "/output.txt", null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every id can stand in an address", e);
        }
    }

    /** Whether it is the first time that the client is to see it. */
    boolean isFirstLook(String sessionId) {
        return looked.add(sessionId);
    }

    boolean has(String sessionId) {
        return documents.containsKey(sessionId);
    }

    boolean isFull(String sessionId) {
        Document document = documents.get(sessionId);
        return document != null && document.file().isFull();
    }

    /** The text of an address of ours. */
    CompletableFuture<String> read(String uri) throws RefusedException {
        Optional<Document> asked = documents.values().stream()
                .filter(document -> document.uri().equals(uri))
                .findFirst();
        if (asked.isEmpty()) {
            throw new RefusedException(RefusalCode.EXEC_NOT_FOUND, "there is no output " + uri);
        }
        return asked.get().file().read();
    }

    /**
     * Has the client show it; completes with the words that say where it is, where the client cannot.
     *
     * @param takesFocus whether the user has asked for it
     */
    CompletableFuture<Optional<String>> show(String sessionId, boolean takesFocus) {
        Document document = documents.get(sessionId);
        if (document == null) {
            return CompletableFuture.completedFuture(Optional.of("nothing has run there yet"));
        }
        Optional<String> where =
                Optional.of("the output is in " + document.file().path());
        if (!features.showsDocuments()) {
            return CompletableFuture.completedFuture(where);
        }
        return client.ask(Methods.SHOW_DOCUMENT, new ShowDocumentParams(document.uri(), takesFocus))
                .handle((answer, failure) -> failure == null ? Optional.empty() : where);
    }

    @Override
    public void written(OutputFile file) {
        if (!isClosed && features.showsContent()) {
            documents.values().stream()
                    .filter(document -> document.file() == file)
                    .forEach(document -> document.refreshes().refresh());
        }
    }

    @Override
    public void drained(OutputFile file) {
        documents.values().stream()
                .filter(document -> document.file() == file)
                .map(Document::sessionId)
                .toList()
                .forEach(whenDrained);
    }

    /** The client has gone. */
    void close() {
        isClosed = true;
        CompletableFuture<?>[] closing = documents.values().stream()
                .map(document -> document.file().close())
                .toArray(CompletableFuture<?>[]::new);
        if (closing.length > 0) {
            var unused = CompletableFuture.allOf(closing).thenRunAsync(this::removeFolder, workers);
        }
    }

    private void removeFolder() {
        try {
            Files.deleteIfExists(place.ensure().resolve(clientId));
        } catch (IOException e) {
            LOG.log(Level.FINE, "the folder of a client's output stays until the server ends", e);
        }
    }
}
