package dev.sandshell.language;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * The script that a line of a document belongs to. Pure.
 *
 * @param text as long as the document's and with the same lines, so that places are the same; what is not of the script is
 *     blank
 */
public record ScriptPart(ScriptKind kind, String text) {
    /** Whether a document of this language can have any. */
    public static boolean isIn(String languageId) {
        return Blocks.isScript(languageId) || Blocks.isMarkdown(languageId);
    }

    /** All of a script, or the fence around the line in a Markdown text; of a dialogue, what is typed, on such a line. */
    public static Optional<ScriptPart> at(String languageId, String text, int line) {
        if (!Blocks.isMarkdown(languageId)) {
            return ScriptKind.of(languageId, text).map(kind -> new ScriptPart(kind, text));
        }
        List<String> lines = TextLines.of(text);
        return Fences.of(lines).stream()
                .filter(fence -> fence.isOfShell()
                        && fence.line() < line
                        && line <= fence.line() + fence.lines().size())
                .findFirst()
                .filter(fence -> fence.shellLines().get(line - fence.line() - 1).isPresent())
                .map(fence -> new ScriptPart(kindOf(fence), blankedAround(fence, text, lines)));
    }

    private static ScriptKind kindOf(Fence fence) {
        return fence.language().equals("zsh") ? ScriptKind.ZSH : ScriptKind.BASH;
    }

    private static String blankedAround(Fence fence, String text, List<String> lines) {
        ImmutableList<Optional<String>> shell = fence.shellLines();
        StringBuilder blanked = new StringBuilder(text.length());
        for (int i = 0; i < lines.size(); i++) {
            int length = lines.get(i).length();
            int inFence = i - fence.line() - 1;
            // What a line of a fence is indented by, and a prompt, stand before it.
            String kept =
                    inFence >= 0 && inFence < shell.size() ? shell.get(inFence).orElse("") : "";
            blanked.append(" ".repeat(length - kept.length())).append(kept);
            int end = blanked.length();
            blanked.append(text, end, end + endOfLine(text, end));
        }
        return blanked.toString();
    }

    private static int endOfLine(String text, int at) {
        return at == text.length() ? 0 : text.startsWith("\r\n", at) ? 2 : 1;
    }
}
