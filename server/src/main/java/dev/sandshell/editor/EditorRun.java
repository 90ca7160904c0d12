package dev.sandshell.editor;

import com.google.common.collect.ImmutableList;
import dev.sandshell.language.CommandLines;
import dev.sandshell.output.OutputFile;
import dev.sandshell.session.ExecResult;
import dev.sandshell.session.OutcomeWords;
import dev.sandshell.session.ShellSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that an editor has had the server run, and what came of it. Confined to the scheduler. */
final class EditorRun {
    /** How much of its first line tells it from others. */
    private static final int MOST_OF_TITLE = 60;

    private static final int MOST_SHOWN_LINES = 20;

    private final String execId;
    private final String command;
    private final String where;
    private final ShellSession session;
    private final OutputFile output;
    private final RunProgress progress;
    private String outcome = "";
    private boolean isGood;
    private boolean isOver;
    private ImmutableList<String> lastLines = ImmutableList.of();

    /**
     * @param where the place of a document that it stands at, where that is to be said; else empty
     */
    EditorRun(
            String execId,
            String command,
            String where,
            ShellSession session,
            OutputFile output,
            RunProgress progress) {
        this.execId = execId;
        this.command = command;
        this.where = where;
        this.session = session;
        this.output = output;
        this.progress = progress;
    }

    String execId() {
        return execId;
    }

    String command() {
        return command;
    }

    String title() {
        return titleOf(command);
    }

    /** As messages name it: with its place, {@code make (a.sh:4)}, where it was not the editor that has said which. */
    String name() {
        return where.isEmpty() ? title() : title() + " (" + where + ")";
    }

    /** The first line of a command that says something, as one can be named by it. */
    static String titleOf(String command) {
        String line = CommandLines.first(command).orElseGet(command::strip).replaceAll("\\p{Cntrl}", " ");
        if (line.length() <= MOST_OF_TITLE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MOST_OF_TITLE - 2)) ? MOST_OF_TITLE - 2 : MOST_OF_TITLE - 1;
        return line.substring(0, end) + '…';
    }

    /** A command as it stands above its output: as at a prompt, and no more of a long one than tells what it is. */
    static String shown(String command) {
        List<String> lines = command.stripTrailing().lines().toList();
        String text = String.join("\n> ", lines.subList(0, Math.min(lines.size(), MOST_SHOWN_LINES)));
        int rest = lines.size() - MOST_SHOWN_LINES;
        return "$ " + text + (rest > 0 ? "\n> … and " + rest + " more lines" : "");
    }

    ShellSession session() {
        return session;
    }

    OutputFile output() {
        return output;
    }

    RunProgress progress() {
        return progress;
    }

    boolean isOver() {
        return isOver;
    }

    /** How it ended, {@code exit 0 in 1.2 s}; empty while it has not. */
    String outcome() {
        return outcome;
    }

    /** Whether it has ended with exit code 0. */
    boolean isGood() {
        return isGood;
    }

    ImmutableList<String> lastLines() {
        return lastLines;
    }

    /** It has ended. */
    void ended(ExecResult result) {
        Integer exitCode = result.status().exitCode();
        over(OutcomeWords.of(result), exitCode != null && exitCode == 0);
    }

    /** It will never run. */
    void failed(@Nullable String why) {
        over(why == null ? "did not run" : why, false);
    }

    private void over(String words, boolean isWell) {
        outcome = words;
        isGood = isWell;
        isOver = true;
    }

    void printedLast(ImmutableList<String> lines) {
        lastLines = lines;
    }

    /** How it ended, as it is shown: {@code ✔ exit 0 in 1.2 s}. */
    String mark() {
        return (isGood ? "✔ " : "✘ ") + outcome;
    }
}
