package dev.sandshell.syntax;

import java.util.Optional;
import org.treesitter.TSNode;

/** Finds the name of a command, a function or a variable at a place of a tree. Confined to its caller. */
final class NameFinder {
    private final String text;
    private final TSNode root;

    NameFinder(String text, TSNode root) {
        this.text = text;
        this.root = root;
    }

    Optional<Name> find(int offset) {
        TSNode node = Nodes.at(root, offset);
        String type = Nodes.typeOf(node);
        if (type.equals("variable_name")) {
            return Optional.of(Nodes.name(Name.Kind.VARIABLE, text, node));
        }
        if (type.equals("$") || type.equals("${")) {
            TSNode name = node.getNextSibling();
            return Nodes.typeOf(name).equals("variable_name")
                    ? Optional.of(Nodes.name(Name.Kind.VARIABLE, text, name))
                    : Optional.empty();
        }
        if (!type.equals("word")) {
            return Optional.empty();
        }
        return switch (Nodes.typeOf(node.getParent())) {
            case "command_name" -> Optional.of(Nodes.name(Name.Kind.COMMAND, text, node));
            case "function_definition" -> Optional.of(Nodes.name(Name.Kind.FUNCTION, text, node));
            default -> Optional.empty();
        };
    }
}
