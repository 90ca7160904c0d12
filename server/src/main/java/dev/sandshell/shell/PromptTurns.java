package dev.sandshell.shell;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The turns that wait for a shell to come to its prompt, in order. Confined to the event loop. */
final class PromptTurns {
    private final ControlLines lines;
    private final SessionTerminal terminal;
    private final ArrayDeque<PromptTurn> waiting = new ArrayDeque<>();
    private @Nullable TerminalTurn nextOwner;
    private long lastNumber;

    PromptTurns(ControlLines lines, SessionTerminal terminal) {
        this.lines = lines;
        this.terminal = terminal;
    }

    /** What is asked about next is a command, which may have requested the terminal. */
    void commandFollows() {
        nextOwner = terminal.takeRequest();
    }

    /** Lines that nobody asks about. */
    void add(String input) {
        waiting.add(unasked(input));
    }

    /** The same, before all others. */
    void addFirst(String input) {
        waiting.addFirst(unasked(input));
    }

    private PromptTurn unasked(String input) {
        long number = ++lastNumber;
        return new PromptTurn(input, lines.turnOver(number), ReportParser.Kind.TURN_OVER, number, null);
    }

    /** Lines whose report somebody waits for. */
    void add(String input, String report, long number) {
        waiting.add(new PromptTurn(input, report, ReportParser.Kind.DONE, number, nextOwner));
        nextOwner = null;
    }

    /** Takes back what somebody waits for; answers whether it was here. */
    boolean withdraw(long number) {
        return waiting.removeIf(turn -> turn.kind() == ReportParser.Kind.DONE && turn.number() == number);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The next one, which stays here. */
    @Nullable
    PromptTurn peek() {
        return waiting.peek();
    }

    /** Takes the next one, which there is. */
    PromptTurn remove() {
        return waiting.remove();
    }

    void clear() {
        waiting.clear();
        nextOwner = null;
    }
}
