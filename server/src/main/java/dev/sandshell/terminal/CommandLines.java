package dev.sandshell.terminal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines before and after what a command prints. Pure. */
final class CommandLines {
    /** How much of a command is shown, in characters. */
    private static final int MAX_SHOWN = 64 * 1024;

    /** How much of it tells it from others. */
    private static final int MAX_TITLE = 200;

    private static final Pattern LINE_END = Pattern.compile("\\r?\\n");

    private CommandLines() {}

    /** The command as a shell would show it, with the marks by which terminals know a command. */
    static String opening(String command) {
        StringBuilder lines = new StringBuilder(ShellMarks.PROMPT).append(ShellMarks.PROMPT_END);
        if (command.length() <= MAX_SHOWN) {
            // What is cut is no command any more.
            lines.append(ShellMarks.commandLine(command));
        }
        char sign = '$';
        for (String line : LINE_END.split(cut(command.stripTrailing(), MAX_SHOWN), -1)) {
            lines.append("\033[2m").append(sign).append("\033[22m \033[1m");
            lines.append(Visible.text(line)).append("\033[22m\r\n");
            sign = '>';
        }
        return lines.toString();
    }

    /** What tells a command from others: its first line. */
    static String title(String command) {
        return cut(Visible.text(command.lines().findFirst().orElse("")), MAX_TITLE);
    }

    /** How a command has ended. */
    static String outcome(@Nullable Integer exitCode, String title, String words) {
        boolean isGood = exitCode != null && exitCode == 0;
        return (isGood ? "\033[32m✔" : "\033[31m✘")
                + "\033[39m\033[2m"
                + (title.isEmpty() ? "" : " " + title)
                + ' '
                + words
                + "\033[22m\r\n";
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + '…';
    }
}
