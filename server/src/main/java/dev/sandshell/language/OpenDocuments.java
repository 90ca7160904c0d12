package dev.sandshell.language;

import com.google.common.collect.ImmutableList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents that one client has open and whose text is held here: at most so many, with so many characters together.
 * Where there are more, the one that was asked for or changed longest ago is forgotten, and one that is too large by
 * itself is not held; there is nothing to run in it then, until it is opened again. Confined to one thread.
 */
public final class OpenDocuments {
    private final int most;
    private final int mostCharacters;
    private final Map<String, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    private record Held(String languageId, String text) {}

    public OpenDocuments(int most, int mostCharacters) {
        this.most = most;
        this.mostCharacters = mostCharacters;
    }

    /** It is open from now on; if it was, this is all that is known of it. */
    public void open(String uri, String languageId, String text) {
        close(uri);
        hold(uri, new Held(languageId, text));
    }

    /** Changes come one after the other. One that is not held stays so. */
    public void change(String uri, List<TextChange> changes) {
        Held before = held.get(uri);
        if (before == null) {
            return;
        }
        String text = before.text();
        for (TextChange change : changes) {
            text = change.applyTo(text);
        }
        open(uri, before.languageId(), text);
    }

    public void close(String uri) {
        Held gone = held.remove(uri);
        if (gone != null) {
            characters -= gone.text().length();
        }
    }

    /** What can be asked of its text as it is now, later and by any thread. */
    public Snapshot snapshot(String uri) {
        Held now = held.get(uri);
        return now == null ? new Snapshot("", "") : new Snapshot(now.languageId(), now.text());
    }

    private void hold(String uri, Held document) {
        if (document.text().length() > mostCharacters) {
            return;
        }
        held.put(uri, document);
        characters += document.text().length();
        Iterator<Held> oldest = held.values().iterator();
        while (held.size() > most || characters > mostCharacters) {
            characters -= oldest.next().text().length();
            oldest.remove();
        }
    }

    /** A document as it was. Immutable. */
    public record Snapshot(String languageId, String text) {
        /** It takes a moment where it is long. */
        public ImmutableList<Block> blocks() {
            return Blocks.of(languageId, text);
        }

        /** What somebody means who points at it. */
        public Optional<Selection> selection(Place start, Place end, PositionEncoding encoding) {
            return Selection.of(languageId, text, start, end, encoding);
        }

        /** Whether somebody who points at it has selected nothing. */
        public boolean isCursor(Place start, Place end, PositionEncoding encoding) {
            return Selection.isCursor(text, start, end, encoding);
        }

        /** Whether commands can stand in it. */
        public boolean isOfShell() {
            return Blocks.isScript(languageId) || Blocks.isMarkdown(languageId);
        }
    }
}
