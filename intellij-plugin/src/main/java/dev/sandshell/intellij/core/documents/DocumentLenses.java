package dev.sandshell.intellij.core.documents;

import dev.sandshell.intellij.core.concurrent.SerialExecutor;
import dev.sandshell.intellij.core.server.SandboxConnection;
import dev.sandshell.intellij.core.server.ServerSupervisor;
import dev.sandshell.protocol.CodeLens;
import dev.sandshell.protocol.CodeLensParams;
import dev.sandshell.protocol.DidCloseTextDocumentParams;
import dev.sandshell.protocol.DidOpenTextDocumentParams;
import dev.sandshell.protocol.LensArgument;
import dev.sandshell.protocol.TextDocumentIdentifier;
import dev.sandshell.protocol.TextDocumentItem;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Asks the server what can be run in documents. It is told a text with each question and remembers none, so that nothing
 * has to be told again to another server. Any thread may ask, and none waits; what is sent is sent on one thread,
 * {@code sandshell-documents}.
 */
public final class DocumentLenses implements AutoCloseable {
    private final ServerSupervisor supervisor;
    private final SerialExecutor thread = new SerialExecutor("sandshell-documents");

    public DocumentLenses(ServerSupervisor supervisor) {
        this.supervisor = supervisor;
    }

    /** In the order of the text. Where no server runs there is nothing, since a text by itself is no reason for one. */
    public CompletableFuture<List<Lens>> in(String uri, String languageId, String text) {
        if (!supervisor.isOpen()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return supervisor
                .open()
                .thenComposeAsync(opened -> ask(opened.connection(), uri, languageId, text), thread)
                .thenApply(DocumentLenses::lensesOf);
    }

    private static CompletableFuture<List<CodeLens>> ask(
            SandboxConnection connection, String uri, String languageId, String text) {
        return connection.ask(server -> {
            TextDocumentIdentifier document = new TextDocumentIdentifier(uri);
            server.openedDocument(new DidOpenTextDocumentParams(new TextDocumentItem(uri, languageId, 1, text)));
            CompletableFuture<List<CodeLens>> lenses = server.lenses(new CodeLensParams(document));
            server.closedDocument(new DidCloseTextDocumentParams(document));
            return lenses;
        });
    }

    private static List<Lens> lensesOf(List<CodeLens> lenses) {
        return lenses.stream()
                .map(lens -> {
                    LensArgument argument = lens.command().arguments().get(0);
                    return new Lens(lens.range().start().line(), lens.command().title(), argument.command());
                })
                .toList();
    }

    @Override
    public void close() {
        thread.close();
    }
}
