package dev.sandshell.syntax;

import org.treesitter.TSNode;

/** Places and texts of nodes: a tree counts the bytes of UTF-16. Pure. */
final class Nodes {
    private Nodes() {}

    static int bytes(int characters) {
        return 2 * characters;
    }

    static int start(TSNode node) {
        return node.getStartByte() / 2;
    }

    static int end(TSNode node) {
        return node.getEndByte() / 2;
    }

    static String text(String script, TSNode node) {
        return script.substring(start(node), end(node));
    }

    static Name name(Name.Kind kind, String script, TSNode node) {
        return new Name(kind, text(script, node), start(node), end(node));
    }

    static String typeOf(TSNode node) {
        return node.isNull() ? "" : node.getType();
    }

    /** The smallest node that a character is of. */
    static TSNode at(TSNode root, int offset) {
        return root.getDescendantForByteRange(bytes(offset), bytes(offset) + 1);
    }

    /** The whole word that a node is a part of. */
    static TSNode word(TSNode node) {
        TSNode word = node;
        while (typeOf(word.getParent()).equals("concatenation")) {
            word = word.getParent();
        }
        return word;
    }
}
