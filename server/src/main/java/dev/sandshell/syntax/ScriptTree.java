package dev.sandshell.syntax;

import com.google.common.collect.ImmutableMap;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSInputEdit;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSParser;
import org.treesitter.TSPoint;
import org.treesitter.TSQuery;
import org.treesitter.TSQueryCapture;
import org.treesitter.TSQueryCursor;
import org.treesitter.TSQueryMatch;
import org.treesitter.TSTree;

/**
 * The tree of one script, which follows its text: what has not changed is not parsed again. Confined to one thread at a
 * time; holds memory outside of the heap, some twenty times the text, until it is closed.
 */
public final class ScriptTree implements AutoCloseable {
    /** The library hands a text over in pieces of this size. */
    private static final int PIECE = 64 * 1024;

    /** Something that can stand for any word, and be read on from any. */
    private static final String PLACEHOLDER = "x";

    private final TSQuery definers;
    private final TSParser parser = new TSParser();
    private final byte[] piece = new byte[PIECE];
    private TSTree tree;
    private String text;
    private @Nullable Definitions definitions;

    private ScriptTree(Grammar grammar, String text) {
        this.definers = grammar.definitions();
        this.text = text;
        parser.setLanguage(grammar.language());
        tree = parse(null, text);
    }

    /** The tree of a text; nothing where the grammar cannot be loaded. */
    public static Optional<ScriptTree> of(String text) {
        return Grammar.bash().map(grammar -> new ScriptTree(grammar, text));
    }

    public String text() {
        return text;
    }

    /** Makes it the tree of another text. */
    public void update(String newText) {
        if (newText.equals(text)) {
            return;
        }
        TSTree before = tree;
        tree = changed(newText);
        before.close();
        text = newText;
        definitions = null;
    }

    /** What could be typed at a place, whatever follows it. */
    public Cursor cursor(int offset) {
        String filled = text.substring(0, offset) + PLACEHOLDER + text.substring(offset);
        try (TSTree withWord = changed(filled)) {
            return new CursorFinder(filled, withWord.getRootNode()).find(offset);
        }
    }

    /** The name that stands at a place, or just before it. */
    public Optional<Name> name(int offset) {
        NameFinder finder = new NameFinder(text, tree.getRootNode());
        Optional<Name> there = offset < text.length() ? finder.find(offset) : Optional.empty();
        return there.isPresent() || offset == 0 ? there : finder.find(offset - 1);
    }

    /** What it defines; found once for each text. */
    public Definitions definitions() {
        Definitions known = definitions;
        if (known == null) {
            known = find();
            definitions = known;
        }
        return known;
    }

    /** What a shell has said against the text, in words about it and where it is. */
    public Problem problem(int line, String complaint) {
        return new ProblemFinder(text, Nesting.tokens(text, tree.getRootNode())).find(line, complaint);
    }

    private Definitions find() {
        Map<String, Name> functions = new LinkedHashMap<>();
        Map<String, Name> variables = new LinkedHashMap<>();
        try (TSQueryCursor matches = new TSQueryCursor()) {
            Map<Integer, Name.Kind> kinds = new HashMap<>();
            for (int i = 0; i < definers.getCaptureCount(); i++) {
                kinds.put(
                        i,
                        definers.getCaptureNameForId(i).equals("function") ? Name.Kind.FUNCTION : Name.Kind.VARIABLE);
            }
            matches.exec(definers, tree.getRootNode());
            TSQueryMatch match = new TSQueryMatch();
            while (matches.nextMatch(match)) {
                for (TSQueryCapture capture : match.getCaptures()) {
                    Name.Kind kind = kinds.getOrDefault(capture.getIndex(), Name.Kind.VARIABLE);
                    Name name = Nodes.name(kind, text, capture.getNode());
                    (kind == Name.Kind.FUNCTION ? functions : variables).putIfAbsent(name.text(), name);
                }
            }
        }
        return new Definitions(ImmutableMap.copyOf(functions), ImmutableMap.copyOf(variables));
    }

    private TSTree changed(String newText) {
        int start = commonStart(text, newText);
        int end = commonEnd(text, newText, start);
        int newEnd = newText.length() - (text.length() - end);
        try (TSTree edited = tree.copy()) {
            edited.edit(new TSInputEdit(
                    Nodes.bytes(start),
                    Nodes.bytes(end),
                    Nodes.bytes(newEnd),
                    point(text, start),
                    point(text, end),
                    point(newText, newEnd)));
            return parse(edited, newText);
        }
    }

    private TSTree parse(@Nullable TSTree before, String newText) {
        // UTF-16, so that a place in the tree is one in the text.
        byte[] bytes = newText.getBytes(StandardCharsets.UTF_16LE);
        return parser.parse(
                piece,
                before,
                (buffer, offset, position) -> {
                    int length = Math.max(0, Math.min(buffer.length, bytes.length - offset));
                    System.arraycopy(bytes, Math.min(offset, bytes.length), buffer, 0, length);
                    return length;
                },
                TSInputEncoding.TSInputEncodingUTF16LE);
    }

    private static int commonStart(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int at = 0;
        while (at < most && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at > 0 && at < most && Character.isLowSurrogate(one.charAt(at)) ? at - 1 : at;
    }

    /** Where, in the first, the common end begins. */
    private static int commonEnd(String one, String other, int start) {
        int length = 0;
        int most = Math.min(one.length(), other.length()) - start;
        while (length < most && one.charAt(one.length() - 1 - length) == other.charAt(other.length() - 1 - length)) {
            length++;
        }
        int end = one.length() - length;
        return length > 0 && Character.isLowSurrogate(one.charAt(end)) ? end + 1 : end;
    }

    private static TSPoint point(String text, int offset) {
        int line = 0;
        int lineStart = 0;
        int end = text.indexOf('\n');
        while (end >= 0 && end < offset) {
            line++;
            lineStart = end + 1;
            end = text.indexOf('\n', lineStart);
        }
        return new TSPoint(line, Nodes.bytes(offset - lineStart));
    }

    @Override
    public void close() {
        tree.close();
        parser.close();
    }
}
