package dev.sandshell.scripts;

import dev.sandshell.syntax.ScriptTree;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The trees of the documents that were asked about last, at most {@value #MOST}, each parsed anew only where its text has
 * changed. Confined to one thread at a time.
 */
final class ScriptTrees {
    private static final int MOST = 4;

    private final Map<String, ScriptTree> trees = new LinkedHashMap<>(16, 0.75f, true);
    private boolean isClosed;

    /** The tree of a document as it is; nothing where there is no grammar. */
    Optional<ScriptTree> of(String uri, String text) {
        ScriptTree known = trees.get(uri);
        if (known != null) {
            known.update(text);
            return Optional.of(known);
        }
        Optional<ScriptTree> fresh = isClosed ? Optional.empty() : ScriptTree.of(text);
        fresh.ifPresent(tree -> {
            trees.put(uri, tree);
            Iterator<ScriptTree> oldest = trees.values().iterator();
            while (trees.size() > MOST) {
                oldest.next().close();
                oldest.remove();
            }
        });
        return fresh;
    }

    void forget(String uri) {
        ScriptTree gone = trees.remove(uri);
        if (gone != null) {
            gone.close();
        }
    }

    void close() {
        isClosed = true;
        trees.values().forEach(ScriptTree::close);
        trees.clear();
    }
}
