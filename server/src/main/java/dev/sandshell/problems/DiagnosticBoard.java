package dev.sandshell.problems;

import dev.sandshell.protocol.Diagnostic;
import dev.sandshell.protocol.PublishDiagnosticsParams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What one client has been told is wrong with each document. Several can have something against one: what is published of a
 * document takes the place of all before, so they are told together, and only where something has changed. Confined to the
 * scheduler.
 */
public final class DiagnosticBoard {
    private final Consumer<PublishDiagnosticsParams> client;
    private final Map<String, Map<String, List<Diagnostic>>> byDocument = new LinkedHashMap<>();
    private volatile boolean isShown;

    /**
     * @param client tells it, in the order of what else it is told
     */
    public DiagnosticBoard(Consumer<PublishDiagnosticsParams> client) {
        this.client = client;
    }

    /** The client shows them; on the reader thread, before it tells of documents. Without that it is told nothing. */
    public void show() {
        isShown = true;
    }

    /** All that one source has against a document now. */
    public void put(String uri, String source, List<Diagnostic> found) {
        if (!isShown) {
            return;
        }
        Map<String, List<Diagnostic>> all = byDocument.getOrDefault(uri, new TreeMap<>());
        List<Diagnostic> before = all.getOrDefault(source, List.of());
        if (before.equals(found)) {
            return;
        }
        if (found.isEmpty()) {
            all.remove(source);
        } else {
            all.put(source, List.copyOf(found));
        }
        if (all.isEmpty()) {
            byDocument.remove(uri);
        } else {
            byDocument.put(uri, all);
        }
        List<Diagnostic> together = new ArrayList<>();
        all.values().forEach(together::addAll);
        client.accept(new PublishDiagnosticsParams(uri, together));
    }
}
