package dev.sandshell.intellij.core.commands;

import java.util.List;
import java.util.regex.Pattern;

/** What is run of a text that somebody edits. */
public final class EditorText {
    /** Shell scripts, their start-up files, Markdown and plain text. */
    private static final Pattern WITH_COMMANDS = Pattern.compile(
            "(?i).*\\.(sh|bash|zsh|ksh|md|markdown|txt)|\\.?(bash|zsh)(rc|_profile|_login|_logout|env)|\\.?profile");

    private EditorText() {}

    /** Whether a file of this name is likely to have commands in it. */
    public static boolean hasCommands(String fileName) {
        return WITH_COMMANDS.matcher(fileName).matches();
    }

    /** What is selected, one selection after the other; without any, the line of the caret. */
    public static String selectionOrLine(List<String> selections, String line) {
        String selected = String.join(
                "\n",
                selections.stream().filter(selection -> !selection.isEmpty()).toList());
        return selected.isEmpty() ? line : selected;
    }

    /** What to say where there is nothing to run. */
    public static String nothingIn(String what) {
        return "There is nothing to run in " + what + ".";
    }
}
