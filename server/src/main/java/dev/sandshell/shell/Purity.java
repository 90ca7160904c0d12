package dev.sandshell.shell;

import com.google.common.collect.ImmutableSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Whether a command can be told, by its text alone, to leave the shell's state as it is. Then no snapshot is needed after
 * it, which saves the shell as much time as the command itself may take. Anything in doubt counts as a change.
 *
 * <p>One simple command of plain words is safe where its first word is neither a builtin that changes something, nor a
 * function or an alias: a program can change its own process only.
 */
final class Purity {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,+@%^ -]{1,500}");

    /** Code of the user's that runs at any plain command, and the option that has the name of a folder change to it. */
    private static final Pattern AMBIENT = Pattern.compile(
            "' (?:DEBUG|Z?ERR|RETURN|(?:SIG)?CHLD)$|^\\\\builtin eval -- 'TRAP\\w+ \\(\\)"
                    .concat("|^shopt -s autocd$|^\\\\builtin setopt .*\\bautocd\\b"),
            Pattern.MULTILINE);

    /** Code of the user's that runs at any prompt, where a line of ours is one. */
    private static final Pattern AT_PROMPTS = Pattern.compile(
            "^declare \\S+ PROMPT_COMMAND=|^\\\\builtin eval -- '(?:precmd|preexec) \\(\\)"
                    .concat("|^typeset .*\\b(?:precmd|preexec)_functions="),
            Pattern.MULTILINE);

    private static final int MAX_EXAMINED = 256 * 1024;

    private final Dialect dialect;
    private final BooleanSupplier hasPrompts;
    private ImmutableSet<String> shadows = ImmutableSet.of();
    private boolean isKnown;
    private boolean trapsInterrupts;

    /**
     * @param hasPrompts whether the shell prompts for each line of ours
     */
    Purity(Dialect dialect, BooleanSupplier hasPrompts) {
        this.dialect = dialect;
        this.hasPrompts = hasPrompts;
    }

    /** Takes note of the state that commands run in from now on. */
    void examine(String state) {
        trapsInterrupts = state.contains("' SIGINT\n") || state.contains("' INT\n");
        shadows = state.length() <= MAX_EXAMINED ? dialect.shadows(state) : ImmutableSet.of();
        // Every session waits meanwhile, so not where there is much to look through.
        isKnown = state.length() <= MAX_EXAMINED
                && !AMBIENT.matcher(state).find()
                && !(hasPrompts.getAsBoolean() && AT_PROMPTS.matcher(state).find());
    }

    /** Whether a trap of the user's takes interrupts, as far as the last state says. */
    boolean trapsInterrupts() {
        return trapsInterrupts;
    }

    /** The state is not known. */
    void forget() {
        isKnown = false;
    }

    boolean isPure(String command) {
        if (!isKnown || !PLAIN.matcher(command).matches()) {
            return false;
        }
        String trimmed = command.strip();
        int end = trimmed.indexOf(' ');
        String word = end < 0 ? trimmed : trimmed.substring(0, end);
        if (!dialect.listsFunctions() && word.indexOf('/') < 0) {
            // It may be a function for all we know; a path is none.
            return false;
        }
        return !word.isEmpty() && !dialect.impureWords().contains(word) && !shadows.contains(word);
    }
}
