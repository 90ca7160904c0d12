package dev.sandshell.shell;

import dev.sandshell.posix.PosixException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last known state of one session's shell, in two files of which one is whole at any time, and a third that the shell
 * writes when it exits. Confined to the event loop.
 *
 * <p>It also keeps our end-of-shell hook armed: a user who sets, replaces or removes an EXIT trap finds it as they left
 * it, with one line of ours before it.
 */
final class SavedState {
    static final String SNAPSHOT_FILE = "snapshot";

    private static final String EXIT_FILE = "state-exit";
    private static final String HOOK_FILE = "exit-hook";
    private static final String ARMING_FILE = "arm-hook";

    private static final String DISARMING_FILE = "disarm-hook";

    /** A command that lists traps, in any of the ways that a shell has for it. */
    private static final Pattern LISTING =
            Pattern.compile("\\btrap(?:[ \\t]{1,9}-p\\b[^;&|)\\n]{0,99})?[ \\t]{0,9}(?:[0-9]?[;&|)}`>#\\n]|$)");

    /** A command that may end the shell, which matters more: without the hook what it has changed would be lost. */
    private static final Pattern ENDING = Pattern.compile("\\b(?:exit|exec|errexit|set|kill)\\b");

    /** How every shell begins what it prints of a trap. */
    private static final String TRAP = "\ntrap -- ";

    /** And how it ends. */
    private static final Pattern CONDITION = Pattern.compile(" [A-Z0-9+-]+");

    private final SessionFolder folder;
    private final ControlLines lines;
    private final Dialect dialect;
    private String output = "";
    private boolean isFirstCurrent;
    private boolean hasState;
    private boolean hasExitState;

    SavedState(SessionFolder folder, ControlLines lines, Dialect dialect) throws PosixException {
        this.folder = folder;
        this.lines = lines;
        this.dialect = dialect;
        folder.write(SNAPSHOT_FILE, dialect.snapshot());
        writeHook();
    }

    private void writeHook() throws PosixException {
        folder.write(HOOK_FILE, lines.exitScript(SNAPSHOT_FILE, EXIT_FILE, ARMING_FILE, output));
    }

    /**
     * A command is about to run: where it ends the shell, the user's EXIT trap speaks to its streams. Most commands have
     * the slot of the one before, and cost nothing here.
     */
    void beforeCommand(StreamSlot slot, boolean mergesStderr) throws PosixException {
        if (dialect.unwindsBeforeExitTrap()) {
            String before = output;
            output = lines.output(slot, mergesStderr);
            if (!output.equals(before)) {
                writeHook();
            }
        }
    }

    /** The file that the next snapshot goes to. */
    String nextFile() {
        return isFirstCurrent ? "state-2" : "state-1";
    }

    /** The snapshot is whole. */
    void taken() {
        isFirstCurrent = !isFirstCurrent;
        hasState = true;
        hasExitState = false;
    }

    /** The shell has written its last state. */
    void exiting() {
        hasExitState = true;
    }

    /** The newest whole state. */
    Optional<String> newest() {
        if (hasExitState) {
            return Optional.of(EXIT_FILE);
        }
        return hasState ? Optional.of(isFirstCurrent ? "state-1" : "state-2") : Optional.empty();
    }

    /** Forgets everything, for a shell without a past. */
    void clear() {
        hasState = false;
        hasExitState = false;
    }

    /** What sets the hook in a shell that has no EXIT trap. */
    String arming() throws PosixException {
        String script = "trap " + Quoting.quote(lines.hook(HOOK_FILE)) + " EXIT\n";
        folder.write(ARMING_FILE, script);
        return script;
    }

    /**
     * Looks whether the newest state still has the hook.
     *
     * @return the name of a script that sets it again, before what the user has put there
     */
    Optional<String> rearming() throws PosixException {
        String state = "\n" + newest().map(folder::read).orElse("");
        String own = exitTrap(state);
        if (own.contains(bytes(folder.file(HOOK_FILE)))) {
            return Optional.empty();
        }
        // Words in quotes that touch are one word, so the user's can stay as the shell has quoted it.
        String words = Quoting.quote(hook()) + (own.isEmpty() ? "" : "'\n'" + own);
        write(ARMING_FILE, "trap -- " + words + " EXIT\n");
        return Optional.of(ARMING_FILE);
    }

    /** Whether a command lists traps and leaves the shell as it is, as far as its text tells. */
    static boolean showsTraps(String command) {
        return command.contains("trap")
                && LISTING.matcher(command).find()
                && !ENDING.matcher(command).find();
    }

    /**
     * Looks what EXIT trap of the user's the newest state has, behind the hook or in the place that it has taken since.
     *
     * @return the name of a script that leaves that alone, or nothing where it cannot be told apart
     */
    Optional<String> disarming() throws PosixException {
        String state = newest().map(folder::read).orElse("");
        Optional<String> trap = QuotedWord.read(exitTrap("\n" + state));
        if (state.isEmpty() || trap.isEmpty()) {
            return Optional.empty();
        }
        String own = trap.get();
        if (own.equals(hook())) {
            own = "";
        } else if (own.startsWith(hook() + "\n")) {
            own = own.substring(hook().length() + 1);
        }
        if (own.contains(bytes(folder.file(HOOK_FILE)))) {
            return Optional.empty();
        }
        write(DISARMING_FILE, own.isEmpty() ? "trap - EXIT\n" : "trap -- " + Quoting.quote(own) + " EXIT\n");
        return Optional.of(DISARMING_FILE);
    }

    private String hook() {
        return bytes(lines.hook(HOOK_FILE));
    }

    /** The bytes of a text, one a character: so does a state come, which need not be text. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private void write(String file, String bytes) throws PosixException {
        folder.write(file, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The command of the EXIT trap, quoted as the shell has printed it; nothing where there is none. */
    private static String exitTrap(String state) {
        String own = "";
        int at = state.indexOf(TRAP);
        while (at >= 0) {
            int from = at + TRAP.length();
            int end = endOfWord(state, from);
            int line = state.indexOf('\n', end);
            boolean isTrap =
                    line >= 0 && CONDITION.matcher(state.substring(end, line)).matches();
            if (isTrap && state.startsWith(" EXIT\n", end)) {
                own = state.substring(from, end);
            }
            // Behind the whole of it, since it may hold what looks like another one.
            at = state.indexOf(TRAP, isTrap ? end : from);
        }
        return own;
    }

    /** Where a word ends that begins here; each shell mixes quotes of several kinds in it. */
    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (text.startsWith("$'", at)) {
                at = closingQuote(text, at + 2, '\'', true);
            } else if (c == '\'' || c == '"') {
                at = closingQuote(text, at + 1, c, false);
            }
            at++;
        }
        return Math.min(at, text.length());
    }

    private static int closingQuote(String text, int from, char quote, boolean hasEscapes) {
        int at = from;
        while (at < text.length() && text.charAt(at) != quote) {
            at += hasEscapes && text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
