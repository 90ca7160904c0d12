package dev.sandshell.terminal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a session's events what its terminal is to show: what the shell itself shows, and between its prompts the
 * commands of calls, each as {@code $ command}, its output and how it ended. The prompt, and what is half typed there, makes
 * room for them and comes back. Each method answers what the terminal is to be sent. Confined to its caller.
 */
public final class TerminalFeed {
    private static final String RESET = "\033[0m";
    private static final String NEW_LINE = "\r\n";

    /** How many commands that have not closed are known beside the one that has the screen; then the oldest is forgotten. */
    private static final int MAX_ASIDES = 256;

    private final IntSupplier columns;
    private final PromptLine prompt = new PromptLine();
    private final ScreenPosition screen = new ScreenPosition();
    private final Map<String, Aside> asides = new LinkedHashMap<>();

    /** The command that has the screen, and what it has made of that. */
    private @Nullable String foreground;

    private ScreenModes modes = new ScreenModes();
    private LineEnds lines = new LineEnds();

    /** Whether that has the terminal, so that whatever else comes there is the prompt. */
    private boolean isOnTerminal;

    /**
     * @param columns how wide the screen is
     */
    public TerminalFeed(IntSupplier columns) {
        this.columns = columns;
    }

    /** Whether a program has the whole screen, as an editor or a pager has. */
    public boolean isOnOtherScreen() {
        return screen.isOnOtherScreen();
    }

    /** A command of a call runs. */
    public String started(String execId, String command, boolean isBackground) {
        String opening = begin() + CommandLines.opening(isBackground ? command + " &" : command);
        if (isBackground) {
            return opening + add(execId, new Aside(CommandLines.title(command))) + end();
        }
        foreground = execId;
        modes = new ScreenModes();
        lines = new LineEnds();
        isOnTerminal = false;
        screen.isAtLineStart(true);
        return opening + ShellMarks.COMMAND;
    }

    /** The shell itself shows something, or a program past its output. */
    public String shown(String text) {
        boolean isRunning = foreground != null;
        if (isRunning && prompt.isClearing(text)) {
            isOnTerminal = true;
            prompt.left();
            return "";
        }
        boolean isPainting = isRunning && (isOnTerminal || prompt.isPainting(text));
        prompt.sent(text);
        // A prompt that is painted while a command has the screen comes back with its end.
        return isPainting ? "" : write(text);
    }

    /**
     * A command prints something.
     *
     * @param isTerminal whether on the terminal, and so as that wants it
     */
    public String output(String execId, boolean isTerminal, String text) {
        if (execId.equals(foreground)) {
            isOnTerminal |= isTerminal;
            String shown = isTerminal ? text : lines.of(text);
            modes.shown(shown);
            return write(shown);
        }
        Aside known = asides.get(execId);
        Aside aside = known == null ? new Aside("") : known;
        String forgotten = known == null ? add(execId, aside) : "";
        return between(forgotten + aside.output(isTerminal, text));
    }

    /**
     * A command of a call has ended.
     *
     * @param outcome how, in a few words
     */
    public String exited(String execId, @Nullable Integer exitCode, String outcome) {
        if (execId.equals(foreground)) {
            foreground = null;
            String leaving = write(modes.undo());
            String ending = screen.isAtLineStart() ? "" : NEW_LINE;
            String code = exitCode == null ? "" : exitCode.toString();
            return leaving
                    + RESET
                    + ending
                    + CommandLines.outcome(exitCode, "", outcome)
                    + ShellMarks.commandEnd(code)
                    + add(execId, new Aside(""))
                    + end();
        }
        Aside aside = asides.get(execId);
        return aside == null
                ? ""
                : between(aside.rest() + RESET + CommandLines.outcome(exitCode, aside.title(), outcome));
    }

    /** Nothing of a command can come any more. */
    public String closed(String execId) {
        Aside aside = asides.remove(execId);
        return aside == null ? "" : between(aside.rest());
    }

    /** Answers what there is to show of another that is forgotten for it. */
    private String add(String execId, Aside aside) {
        asides.put(execId, aside);
        if (asides.size() <= MAX_ASIDES) {
            return "";
        }
        Iterator<Aside> oldest = asides.values().iterator();
        String rest = oldest.next().rest();
        oldest.remove();
        return rest;
    }

    /** Something that is no part of what the screen shows at the moment. */
    private String between(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return foreground != null || screen.isOnOtherScreen() ? write(text) : begin() + text + end();
    }

    /** Makes room at the beginning of a line. */
    private String begin() {
        if (prompt.isShown() && foreground == null) {
            return prompt.erasing(columns.getAsInt());
        }
        return screen.isAtLineStart() ? "" : NEW_LINE;
    }

    /** Gives the screen back to the shell. */
    private String end() {
        screen.isAtLineStart(!prompt.isShown());
        return prompt.painting();
    }

    private String write(String text) {
        screen.shown(text);
        return text;
    }
}
