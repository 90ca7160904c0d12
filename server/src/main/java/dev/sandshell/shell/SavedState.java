package dev.sandshell.shell;

import dev.sandshell.posix.PosixException;
import dev.sandshell.session.StateSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
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

    /** zsh's trap that is a function; our own name for one has this in it. */
    private static final String FUNCTION = "TRAPEXIT";

    /** A command that may show a function, or take it away. */
    private static final Pattern FUNCTIONS =
            Pattern.compile("\\b(?:" + FUNCTION + "|functions|typeset|declare|unfunction|which|whence|type|where)\\b");

    private final SessionFolder folder;
    private final ControlLines lines;
    private final Dialect dialect;
    private final String tellings;
    private final UnaryOperator<String> withoutHooks;
    /** How many there were; with the next one, the file of the one before is the shell's to write again. */
    private final AtomicLong snapshots = new AtomicLong();

    private String output = "";
    private boolean isFirstCurrent;
    private boolean hasState;
    private boolean hasExitState;
    private boolean mayHaveFunction;
    private boolean isDisarmed;

    /**
     * @param tellings lines for the shell's exit, beside what keeps its state
     * @param withoutHooks takes away from a state what belongs to this session alone
     */
    SavedState(
            SessionFolder folder,
            ControlLines lines,
            Dialect dialect,
            String tellings,
            UnaryOperator<String> withoutHooks)
            throws PosixException {
        this.tellings = tellings;
        this.withoutHooks = withoutHooks;
        this.folder = folder;
        this.lines = lines;
        this.dialect = dialect;
        mayHaveFunction = dialect.trapsByFunction();
        folder.write(SNAPSHOT_FILE, dialect.snapshot());
        writeHook();
    }

    private void writeHook() throws PosixException {
        folder.write(HOOK_FILE, lines.exitScript(SNAPSHOT_FILE, EXIT_FILE, ARMING_FILE, tellings, output));
    }

    /**
     * A command is about to run: where it ends the shell, the user's EXIT trap speaks to its streams. Most commands have
     * the slot of the one before, and cost nothing here. For shells that undo redirections before they run the trap.
     */
    void beforeCommand(StreamSlot slot, boolean mergesStderr) throws PosixException {
        speakTo(lines.output(slot, mergesStderr));
    }

    /** No command of ours runs: the trap speaks to the shell's own streams, which are the user's. */
    void afterCommand() throws PosixException {
        speakTo("");
    }

    private void speakTo(String newOutput) throws PosixException {
        String before = output;
        output = newOutput;
        if (!output.equals(before)) {
            writeHook();
        }
    }

    /** The file that the next snapshot goes to. */
    String nextFile() {
        return isFirstCurrent ? "state-2" : "state-1";
    }

    /** The snapshot is whole. */
    void taken() {
        snapshots.incrementAndGet();
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
        return hasState ? Optional.of(snapshotFile()) : Optional.empty();
    }

    private String snapshotFile() {
        return isFirstCurrent ? "state-1" : "state-2";
    }

    /** The newest whole state, in a file that a shell can read. */
    Optional<String> readable() throws PosixException {
        Optional<String> newest = newest();
        if (newest.isPresent()) {
            String printed = folder.read(newest.get());
            String readable = dialect.readable(printed);
            if (!readable.equals(printed)) {
                // Whoever reads it at this moment reads no whole one.
                snapshots.incrementAndGet();
                write(newest.get(), readable);
            }
        }
        return newest;
    }

    private String read(String file) {
        return dialect.readable(folder.read(file));
    }

    /** Forgets everything, for a shell without a past. */
    void clear() {
        hasState = false;
        hasExitState = false;
    }

    /** What sets the hook in a shell that has no EXIT trap. */
    String arming() throws PosixException {
        String script = dialect.arming(lines.hook(HOOK_FILE), "");
        folder.write(ARMING_FILE, script);
        return script;
    }

    /**
     * Looks whether the newest state still has the hook.
     *
     * @return the name of a script that sets it again, before what the user has put there
     */
    Optional<String> rearming() throws PosixException {
        String state = newest().map(this::read).orElse("");
        mayHaveFunction = dialect.trapsByFunction() && state.contains(FUNCTION);
        isDisarmed = false;
        String own = ExitTrap.in(state).word();
        if (own.contains(bytes(folder.file(HOOK_FILE)))) {
            return Optional.empty();
        }
        write(ARMING_FILE, armingBefore(own));
        return Optional.of(ARMING_FILE);
    }

    /** What sets the hook before a trap of the user's, which is given as the shell has quoted it. */
    private String armingBefore(String own) {
        return dialect.arming(hook(), own);
    }

    /** Whether a command lists traps and leaves the shell as it is, as far as its text tells. */
    boolean showsTraps(String command) {
        boolean shows = (command.contains("trap") && LISTING.matcher(command).find())
                || (mayHaveFunction && FUNCTIONS.matcher(command).find());
        return shows && !ENDING.matcher(command).find();
    }

    /** Whether a command may set or remove a trap, as far as its text tells. */
    static boolean mayTouchTraps(String command) {
        return command.contains("trap") || command.contains(FUNCTION);
    }

    /**
     * Looks what EXIT trap of the user's the newest state has, behind the hook or in the place that it has taken since.
     *
     * @return the name of a script that leaves that alone, or nothing where it cannot be told apart
     */
    Optional<String> disarming() throws PosixException {
        String state = newest().map(this::read).orElse("");
        Optional<String> own = state.isEmpty() ? Optional.empty() : usersTrap(ExitTrap.in(state));
        if (own.isEmpty()) {
            return Optional.empty();
        }
        write(DISARMING_FILE, dialect.disarming(own.get()));
        isDisarmed = true;
        return Optional.of(DISARMING_FILE);
    }

    /** Whether the next state has to be looked at for the hook, whatever the command has done. */
    boolean isDisarmed() {
        return isDisarmed;
    }

    private static String trap(String command) {
        return "trap -- " + Quoting.quote(command) + " EXIT\n";
    }

    /** What is the user's of the trap, or nothing where that cannot be told apart. */
    private Optional<String> usersTrap(ExitTrap trap) {
        return QuotedWord.read(trap.word())
                .map(command -> {
                    if (command.equals(hook())) {
                        return "";
                    }
                    return command.startsWith(hook() + "\n") ? command.substring(hook().length() + 1) : command;
                })
                .filter(own -> !own.contains(bytes(folder.file(HOOK_FILE))));
    }

    // ---- out of this session and into it

    /** The newest state without anything of this session, for a shell of another one. */
    byte[] portable() {
        return portable(newest().map(folder::read).orElse(""));
    }

    /** The newest snapshot in the same way, for whoever reads it later; nothing where there is none. */
    Optional<StateSource> lastSnapshot(String shell, int maxBytes, CompletableFuture<?> settled) {
        long number = snapshots.get();
        return hasState
                ? Optional.of(new LateSnapshot(
                        number,
                        settled,
                        Path.of(folder.file(snapshotFile())),
                        shell,
                        maxBytes,
                        this::portable,
                        () -> snapshots.get() == number))
                : Optional.empty();
    }

    /** Any thread may call. */
    private byte[] portable(String script) {
        String state = withoutHooks.apply(dialect.readable(script));
        ExitTrap trap = ExitTrap.in(state);
        Optional<String> own = usersTrap(trap);
        if (own.isPresent()) {
            state = trap.replacedBy(own.get().isEmpty() ? "" : trap(own.get()));
        }
        // Where else the user may have kept it, it does no harm to this session.
        return state.replace(bytes(folder.file(HOOK_FILE)), "/dev/null").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Takes what {@link #portable} has given for the newest state. */
    void seed(byte[] script) throws PosixException {
        String state = new String(script, StandardCharsets.ISO_8859_1);
        ExitTrap trap = ExitTrap.in(state);
        // At once, since the first command may end the shell.
        String arming = armingBefore(trap.word());
        write(ARMING_FILE, arming);
        write(nextFile(), trap.replacedBy(arming));
        taken();
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
}
