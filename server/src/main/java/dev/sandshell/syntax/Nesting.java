package dev.sandshell.syntax;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;
import org.treesitter.TSTreeCursor;

/**
 * Which blocks, brackets and quotes of a script are open at a place. It goes by the leaves of a tree, which are right also
 * where the tree above them has fallen to pieces. Confined to its caller.
 */
final class Nesting {
    /** What ends what. */
    private static final ImmutableMap<String, String> ENDS = ImmutableMap.<String, String>builder()
            .put("if", "fi")
            .put("for", "done")
            .put("while", "done")
            .put("until", "done")
            .put("select", "done")
            .put("case", "esac")
            .put("{", "}")
            .put("${", "}")
            .put("(", ")")
            .put("$(", ")")
            .put("<(", ")")
            .put(">(", ")")
            .put("((", "))")
            .put("$((", "))")
            .put("[[", "]]")
            .put("\"", "\"")
            .put("'", "'")
            .put("`", "`")
            .buildOrThrow();

    private static final ImmutableSet<String> CLOSING = ImmutableSet.copyOf(ENDS.values());

    /** They mean something where a command begins, which broken trees do not always see. */
    private static final ImmutableSet<String> RESERVED = ImmutableSet.of(
            "if", "then", "elif", "else", "fi", "for", "while", "until", "select", "do", "done", "case", "esac", "{",
            "}");

    private static final ImmutableSet<String> BEFORE_COMMAND = ImmutableSet.of(
            "", ";", ";;", "&", "&&", "|", "||", "(", "{", "then", "do", "else", "elif", "if", "while", "until", "$(",
            "!");

    /** Something that is open. */
    static final class Open {
        final Token token;
        /** Whether its {@code then} or {@code do} has come. */
        private boolean hasBody;

        Open(Token token) {
            this.token = token;
        }

        String end() {
            return ENDS.getOrDefault(token.text(), "");
        }

        /** What is the first to come: its body's beginning, or its end. */
        String missing() {
            if (hasBody) {
                return end();
            }
            return switch (token.text()) {
                case "if" -> "then";
                case "for", "while", "until", "select" -> "do";
                default -> end();
            };
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();

    /** The leaves of a tree, comments and texts left out. */
    static ImmutableList<Token> tokens(String text, TSNode root) {
        ImmutableList.Builder<Token> found = ImmutableList.builder();
        try (TSTreeCursor cursor = new TSTreeCursor(root)) {
            String before = "";
            int end = 0;
            boolean isDone = false;
            while (!isDone) {
                TSNode node = cursor.currentNode();
                boolean isLeaf = !cursor.gotoFirstChild();
                if (isLeaf) {
                    int start = Nodes.start(node);
                    boolean beginsCommand = BEFORE_COMMAND.contains(before) || isLineEnd(text, end, start);
                    String sign = sign(text, node, beginsCommand);
                    if (sign != null) {
                        found.add(new Token(sign, start, Nodes.end(node)));
                    }
                    if (Nodes.end(node) > start) {
                        before = Nodes.text(text, node);
                        end = Nodes.end(node);
                    }
                    while (!isDone && !cursor.gotoNextSibling()) {
                        isDone = !cursor.gotoParent();
                    }
                }
            }
        }
        return found.build();
    }

    private static boolean isLineEnd(String text, int end, int start) {
        return start > end && text.substring(end, start).indexOf('\n') >= 0;
    }

    private static @Nullable String sign(String text, TSNode leaf, boolean beginsCommand) {
        String type = leaf.getType();
        String written = Nodes.text(text, leaf);
        if (written.isEmpty() || type.equals("comment") || leaf.isMissing()) {
            return null;
        }
        if (type.equals("ERROR")) {
            return written.startsWith("'") ? "'" : written.startsWith("\"") ? "\"" : null;
        }
        if (leaf.isNamed()) {
            return type.equals("word") && beginsCommand && RESERVED.contains(written) ? written : null;
        }
        boolean endsPattern =
                written.equals(")") && Nodes.typeOf(leaf.getParent()).equals("case_item");
        return endsPattern ? null : written;
    }

    /** Reads on. */
    void read(Token token) {
        String sign = token.text();
        Open top = open.peek();
        if (top != null && top.end().equals(sign)) {
            open.pop();
        } else if (top != null && sign.equals(")") && top.token.text().equals("case")) {
            // The end of a pattern.
            return;
        } else if (top != null && (sign.equals("then") || sign.equals("do"))) {
            top.hasBody = true;
        } else if (ENDS.containsKey(sign)) {
            open.push(new Open(token));
        }
    }

    /** The innermost that is open, or null. */
    @Nullable
    Open innermost() {
        return open.peek();
    }

    static boolean isEnd(String sign) {
        return CLOSING.contains(sign);
    }

    /** What is open before a place. */
    static Nesting before(List<Token> tokens, int offset) {
        Nesting nesting = new Nesting();
        for (Token token : tokens) {
            if (token.start() >= offset) {
                break;
            }
            nesting.read(token);
        }
        return nesting;
    }
}
