package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.terminal.ShellMarks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever shows the terminal where prompts and commands begin and end, in the sequences that terminals know: OSC 133
 * (A: a prompt, B: its end, C: a command runs, D: it has ended, with its status), OSC 7 and OSC 633 P (the folder), and OSC
 * 633 E (the command line). Confined to the event loop.
 *
 * <p>The shell's hooks print marks of ours, which tell the places exactly, after they have reported what there is to know;
 * so each mark is replaced by what it stands for. bash has no hook before a command: there one begins with the first that is
 * shown after its editor has left the terminal, and where nothing is, it is told at the next prompt. The end of the prompt is
 * where the shell is first seen to wait.
 */
final class ShellIntegration {
    /** What the shell prints before its prompt. */
    static final String PROMPT_MARK = "\033]5379;prompt\007";

    /** What marks of ours begin with; they are not shown. */
    private static final String OURS = "\033]5379;";

    /** How readline begins with a line, which may be one more of the same command. */
    private static final String NEXT_LINE = "\033[?2004h";

    /** What a prompt begins with: the status of what was run before, the folder, and what that was where that is known. */
    private record Prompt(String status, String cwd, String commandLine) {}

    /** More than are typed ahead before any mark is seen. */
    private static final int MAX_REPORTED = 100;

    private static final byte ESCAPE = 0x1b;

    /** Longer than the system takes to hand on the rest of a mark. */
    private static final Duration REST = Duration.ofMillis(20);

    private final Scheduler scheduler;
    private final Runnable readReports;
    private final Runnable whenPrompts;
    private final Terminal.Sink shown;
    private final String beforeCommand;
    private final @Nullable String nonce;
    private Scheduler.@Nullable Cancellable flush;
    private final StringBuilder due = new StringBuilder();
    private final StringBuilder behind = new StringBuilder();
    private String held = "";
    private final Deque<Prompt> prompts = new ArrayDeque<>();
    private final Deque<String> commandLines = new ArrayDeque<>();
    private boolean hasCommand;
    private boolean hasCommandLine;
    private boolean isCommandDue;
    private boolean isPromptOpen;
    private boolean isPrinting;

    /**
     * @param readReports has this told of all that the shell has reported by now
     * @param whenPrompts told where a prompt begins, once all before it has been shown
     * @param shown gets what the terminal shows, without the marks
     * @param beforeCommand what the terminal shows before a command; see {@link LineEditor#beforeCommand}
     * @param nonce what tells our command lines from those that a program prints, if whoever shows them has one
     */
    ShellIntegration(
            Scheduler scheduler,
            Runnable readReports,
            Runnable whenPrompts,
            Terminal.Sink shown,
            String beforeCommand,
            @Nullable String nonce) {
        this.beforeCommand = beforeCommand;
        this.scheduler = scheduler;
        this.readReports = readReports;
        this.whenPrompts = whenPrompts;
        this.shown = shown;
        this.nonce = nonce;
    }

    /** The shell has reported, what belongs to the next mark of its kind that is to come. */
    void told(ReportParser.Kind kind, List<String> fields) {
        if (kind == ReportParser.Kind.PROMPT) {
            add(prompts, new Prompt(fields.get(0), fields.get(1), ""));
        } else if (kind == ReportParser.Kind.COMMAND) {
            add(commandLines, fields.get(0));
        }
    }

    /** This is what was run before the last prompt; some shells tell that only afterwards. */
    void ran(String command) {
        Prompt last = prompts.pollLast();
        if (last != null) {
            prompts.addLast(new Prompt(last.status(), last.cwd(), command));
        }
    }

    private static <T> void add(Deque<T> reported, T next) {
        if (reported.size() == MAX_REPORTED) {
            // Its mark was never seen.
            reported.removeFirst();
        }
        reported.addLast(next);
    }

    /** The terminal shows something. What comes while that is looked at, since a report had it read, comes after it. */
    void printed(byte[] bytes, int length) {
        if (isPrinting) {
            behind.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
            return;
        }
        isPrinting = true;
        try {
            print(bytes, length);
            while (!behind.isEmpty()) {
                byte[] next = behind.toString().getBytes(StandardCharsets.ISO_8859_1);
                behind.setLength(0);
                print(next, next.length);
            }
        } finally {
            isPrinting = false;
        }
    }

    private void print(byte[] bytes, int length) {
        if (held.isEmpty() && !isCommandDue && !hasEscape(bytes, length)) {
            shown.bytes(bytes, length);
            return;
        }
        String text = held + new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        held = "";
        int from = 0;
        int at = text.indexOf(ESCAPE);
        while (at >= 0) {
            if (text.startsWith(PROMPT_MARK, at)) {
                pass(text.substring(from, at));
                from = at + PROMPT_MARK.length();
                prompt();
            } else if (text.startsWith(beforeCommand, at)) {
                pass(text.substring(from, at));
                from = at + beforeCommand.length();
                lineEnds();
            } else if (isCutShort(text, at)) {
                held = text.substring(at);
                text = text.substring(0, at);
                flushSoon();
            }
            at = text.indexOf(ESCAPE, Math.max(from, at + 1));
        }
        pass(text.substring(from));
        deliver();
    }

    private static boolean hasEscape(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == ESCAPE) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is there may be the beginning of a mark. */
    private boolean isCutShort(String text, int at) {
        String rest = text.substring(at);
        return PROMPT_MARK.startsWith(rest)
                || beforeCommand.startsWith(rest)
                || (!rest.equals(NEXT_LINE) && NEXT_LINE.startsWith(rest));
    }

    private void flushSoon() {
        if (flush != null) {
            flush.cancel();
        }
        flush = scheduler.schedule(REST, this::flush);
    }

    /** What looked like a part of a mark is shown as it is. */
    void flush() {
        if (flush != null) {
            flush.cancel();
            flush = null;
        }
        String rest = held;
        held = "";
        pass(rest);
        deliver();
    }

    private void prompt() {
        catchUp();
        Prompt prompt = prompts.poll();
        if (prompt == null) {
            return;
        }
        whenPrompts.run();
        if (hasCommand || !prompt.commandLine().isEmpty()) {
            if (!hasCommand || !hasCommandLine) {
                showCommandLine(prompt.commandLine());
            }
            if (!hasCommand) {
                show(sequence("133;C"));
            }
            show(sequence("133;D;" + prompt.status()));
        }
        isCommandDue = false;
        hasCommand = false;
        show(sequence("7;file://" + inUri(prompt.cwd()))
                + sequence("633;P;Cwd=" + ShellMarks.field(prompt.cwd()))
                + sequence("133;A"));
        isPromptOpen = true;
    }

    /** The user has ended a line. */
    private void lineEnds() {
        if (beforeCommand.startsWith(OURS)) {
            catchUp();
            endPrompt();
            command();
        } else {
            show(beforeCommand);
            isCommandDue = !hasCommand;
        }
    }

    /** What anything else shows. */
    private void pass(String text) {
        if (isCommandDue && !text.isEmpty()) {
            isCommandDue = false;
            if (!text.startsWith(NEXT_LINE)) {
                endPrompt();
                command();
            }
        }
        show(text);
    }

    private void command() {
        String commandLine = commandLines.poll();
        hasCommandLine = commandLine != null;
        if (commandLine != null) {
            showCommandLine(commandLine);
        }
        show(sequence("133;C"));
        hasCommand = true;
    }

    private void showCommandLine(String commandLine) {
        if (!commandLine.isEmpty()) {
            show(sequence("633;E;" + ShellMarks.field(commandLine) + (nonce == null ? "" : ";" + nonce)));
        }
    }

    /** Whether it is to be told when the shell waits. */
    boolean isPromptOpen() {
        return isPromptOpen;
    }

    /** The shell waits for the user's line, or they have begun with it: the prompt has been shown. */
    void promptEnds() {
        endPrompt();
        deliver();
    }

    private void endPrompt() {
        if (isPromptOpen) {
            isPromptOpen = false;
            show(sequence("133;B"));
        }
    }

    /** The next shell begins without a past. */
    void forget() {
        flush();
        hasCommand = false;
        isCommandDue = false;
        isPromptOpen = false;
        prompts.clear();
        commandLines.clear();
    }

    private static String sequence(String content) {
        return "\033]" + new String(content.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + "\007";
    }

    /** The path of a URI; what is not plain in it, byte by byte. */
    private static String inUri(String path) {
        StringBuilder all = new StringBuilder();
        for (byte piece : path.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (piece & 0xff);
            boolean isPlain = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || "/-._~".indexOf(character) >= 0;
            all.append(isPlain ? String.valueOf(character) : String.format("%%%02X", (int) character));
        }
        return all.toString();
    }

    private void show(String text) {
        due.append(text);
    }

    /** All at once, so that nothing comes between a sequence and what it is about. */
    private void deliver() {
        if (!due.isEmpty()) {
            byte[] all = due.toString().getBytes(StandardCharsets.ISO_8859_1);
            due.setLength(0);
            shown.bytes(all, all.length);
        }
    }

    /** What has been shown so far comes before what the reports may have others show. */
    private void catchUp() {
        deliver();
        readReports.run();
    }
}
