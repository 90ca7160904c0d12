package dev.sandshell.syntax;

import com.google.common.collect.ImmutableSet;
import dev.sandshell.syntax.Cursor.Kind;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;

/** Tells, by where a word stands in a tree, what it can be the beginning of. Confined to its caller. */
final class CursorFinder {
    /** After these a command begins. */
    private static final ImmutableSet<String> BEFORE_COMMAND = ImmutableSet.of(
            ";", ";;", "&", "&&", "|", "||", "|&", "(", "{", "then", "do", "else", "elif", "if", "while", "until", "$(",
            "`", "!", "time", "<(", ">(", "\n");

    private static final ImmutableSet<String> WORDS =
            ImmutableSet.of("word", "number", "concatenation", "file_descriptor");

    private final String text;
    private final TSNode root;

    CursorFinder(String text, TSNode root) {
        this.text = text;
        this.root = root;
    }

    /** What the character at a place, which stands for what is not yet typed, can be. */
    Cursor find(int offset) {
        TSNode node = Nodes.at(root, offset);
        String type = Nodes.typeOf(node);
        return switch (type) {
            case "variable_name", "special_variable_name" -> variable(node, offset);
            case "string_content", "string" -> quoted(node, '"', offset);
            case "raw_string" -> quoted(node, '\'', offset);
            case "ERROR" ->
                text.startsWith("'", Nodes.start(node)) ? quoted(node, '\'', offset) : Cursor.nothing(offset);
            default -> WORDS.contains(type) ? word(Nodes.word(node), offset) : Cursor.nothing(offset);
        };
    }

    private Cursor cursor(Kind kind, int start, int offset, @Nullable String command) {
        return new Cursor(kind, start, text.substring(start, offset), command, false);
    }

    private Cursor variable(TSNode node, int offset) {
        TSNode parent = node.getParent();
        int start = Nodes.start(node);
        if (text.startsWith("$", start - 1)) {
            return cursor(Kind.VARIABLE, start, offset, null);
        }
        return switch (Nodes.typeOf(parent)) {
            case "expansion" -> cursor(Kind.BRACED_VARIABLE, start, offset, null);
            case "declaration_command", "unset_command" -> cursor(Kind.VARIABLE_NAME, start, offset, firstWord(parent));
            case "for_statement", "variable_assignment", "c_style_for_statement" -> Cursor.nothing(offset);
            case "subscript" -> {
                Kind kind = Nodes.typeOf(parent.getParent()).equals("expansion")
                        ? Kind.BRACED_VARIABLE
                        : Kind.VARIABLE_NAME;
                yield cursor(kind, start, offset, null);
            }
            case "ERROR" -> {
                boolean isBraced = text.startsWith("${", start - 2);
                yield isBraced ? cursor(Kind.BRACED_VARIABLE, start, offset, null) : word(node, offset);
            }
            default -> cursor(Kind.VARIABLE_NAME, start, offset, null);
        };
    }

    private Cursor quoted(TSNode node, char quote, int offset) {
        TSNode outer = node;
        while (!outer.isNull() && Nodes.typeOf(outer).equals("string_content")) {
            outer = outer.getParent();
        }
        int start = text.lastIndexOf(quote, offset - 1) + 1;
        if (start <= 0 || outer.isNull() || text.substring(start, offset).indexOf('\n') >= 0) {
            return Cursor.nothing(offset);
        }
        if (Nodes.typeOf(outer).equals("ERROR")) {
            String command = inRubble(outer, Nodes.start(outer), offset).command();
            return new Cursor(Kind.ARGUMENT, start, text.substring(start, offset), command, true);
        }
        TSNode word = Nodes.word(outer);
        String parent = Nodes.typeOf(word.getParent());
        String command = parent.equals("command") ? commandName(word.getParent()) : null;
        boolean isWord = !Nodes.typeOf(word).equals("heredoc_body");
        Kind kind = parent.equals("command") ? Kind.ARGUMENT : Kind.FILE;
        return isWord ? new Cursor(kind, start, text.substring(start, offset), command, true) : Cursor.nothing(offset);
    }

    private Cursor word(TSNode word, int offset) {
        TSNode parent = word.getParent();
        int start = Nodes.start(word);
        return switch (Nodes.typeOf(parent)) {
            case "command_name" -> cursor(Kind.COMMAND, start, offset, null);
            case "command" -> cursor(Kind.ARGUMENT, start, offset, commandName(parent));
            case "declaration_command", "unset_command" ->
                cursor(
                        text.startsWith("-", start) ? Kind.ARGUMENT : Kind.VARIABLE_NAME,
                        start,
                        offset,
                        firstWord(parent));
            case "file_redirect",
                    "herestring_redirect",
                    "array",
                    "for_statement",
                    "select_statement",
                    "binary_expression",
                    "unary_expression",
                    "test_command",
                    "variable_assignment" -> cursor(Kind.FILE, start, offset, null);
            case "ERROR", "program" -> inRubble(word, start, offset);
            default -> Cursor.nothing(offset);
        };
    }

    /** What is before it tells, where nothing else does. */
    private Cursor inRubble(TSNode word, int start, int offset) {
        TSNode before = word.getPrevSibling();
        boolean isOnLine =
                !before.isNull() && text.substring(Nodes.end(before), start).indexOf('\n') < 0;
        if (!isOnLine || BEFORE_COMMAND.contains(Nodes.typeOf(before))) {
            return cursor(Kind.COMMAND, start, offset, null);
        }
        String command = null;
        while (!before.isNull() && command == null && !BEFORE_COMMAND.contains(Nodes.typeOf(before))) {
            command = Nodes.typeOf(before).equals("command") ? commandName(before) : null;
            before = before.getPrevSibling();
        }
        return cursor(Kind.ARGUMENT, start, offset, command);
    }

    private @Nullable String commandName(TSNode command) {
        TSNode name = command.getChildByFieldName("name");
        return name.isNull() ? null : Nodes.text(text, name);
    }

    private @Nullable String firstWord(TSNode node) {
        return node.getChildCount() == 0 ? null : Nodes.text(text, node.getChild(0));
    }
}
