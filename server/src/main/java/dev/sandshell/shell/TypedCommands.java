package dev.sandshell.shell;

import com.google.common.primitives.Bytes;
import dev.sandshell.session.ShellEnd;
import dev.sandshell.session.TypedCommand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts together what people run at the shell's own prompt, from what they type and what the shell reports at its prompts.
 * Confined to the event loop.
 */
final class TypedCommands {
    /** As bash's history prints it: the number, a star where it has been changed, and what may have several lines. */
    private static final Pattern HISTORY_LINE = Pattern.compile(" *([0-9]{1,18})[ *] (.*?)\n?", Pattern.DOTALL);

    /** In bytes; as much as a report holds. What is longer is cut off. */
    private static final int MAX_LINE = 64 * 1024;

    private final SessionFolder folder;
    private final Consumer<TypedCommand> ended;
    private String text = "";
    private int status;
    private String cwd = "";
    private long lastNumber = -1;
    private long lastPrinted;

    /** What the shell has said to be the last line of its history now that it exits. */
    private String atExit = "";

    private long begunNanos;

    /**
     * @param ended told of each command that is over
     */
    TypedCommands(SessionFolder folder, Consumer<TypedCommand> ended) {
        this.folder = folder;
        this.ended = ended;
    }

    /** Somebody has typed, which may have ended a line. */
    void typed(byte[] keys) {
        if (Bytes.contains(keys, (byte) '\r') || Bytes.contains(keys, (byte) '\n')) {
            begunNanos = System.nanoTime();
        }
    }

    void told(ReportParser.Kind kind, long number, List<String> fields) {
        if (kind == ReportParser.Kind.COMMAND) {
            text = fields.get(0);
            begunNanos = System.nanoTime();
        } else if (kind == ReportParser.Kind.PROMPT) {
            status = ReportParser.number(fields.get(0));
            cwd = fields.get(1);
            end(text);
            text = "";
            atExit = "";
        } else if (kind == ReportParser.Kind.TYPED) {
            Matcher line = take(LineEditor.TYPED_FILE + number);
            // What the history had at the first prompt is from before; what its user has it leave out is not told.
            if (lastNumber >= 0 && number != lastNumber && line.matches()) {
                end(line.group(2));
            }
            lastNumber = number;
            lastPrinted = printed(line);
            // A line that was typed ahead begins here.
            begunNanos = System.nanoTime();
        } else if (kind == ReportParser.Kind.LAST_TYPED) {
            Matcher line = take(LineEditor.LAST_TYPED_FILE);
            // Else it is the one that was over at the last prompt: the end of input at an empty line is no command.
            boolean isNew = lastNumber >= 0 && printed(line) != lastPrinted;
            atExit = isNew && line.matches() ? line.group(2) : "";
        }
    }

    /** The line of the history that is in a file, which is then gone. */
    private Matcher take(String file) {
        String line = new String(folder.readBytes(file, MAX_LINE), StandardCharsets.UTF_8);
        folder.remove(folder.file(file));
        return HISTORY_LINE.matcher(line);
    }

    /** The number before it, or 0 where the history is empty. */
    private static long printed(Matcher line) {
        return line.matches() ? Long.parseLong(line.group(1)) : 0;
    }

    /** The shell has ended, and with it what it ran for them, as far as it has told of that. */
    void shellEnded(ShellEnd end) {
        String command = text.isBlank() ? atExit : text;
        forget();
        if (!command.isBlank()) {
            ended.accept(
                    TypedCommand.thatEndedTheShell(command, end, Duration.ofNanos(System.nanoTime() - begunNanos)));
        }
    }

    private void end(String command) {
        long now = System.nanoTime();
        if (!command.isBlank()) {
            ended.accept(new TypedCommand(command, status, cwd, Duration.ofNanos(now - begunNanos), null));
        }
    }

    /** The shell has ended; the next one begins with a history of its own. */
    void forget() {
        text = "";
        atExit = "";
        lastNumber = -1;
    }
}
