package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.PosixException;
import dev.sandshell.session.ShellEnd;
import dev.sandshell.session.TypedCommand;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The shell reads its terminal with its own line editor, so that a person can type in it, and our lines are run in turns:
 * a key that is bound to a file of ours is typed at the prompt, and the file holds the lines. Confined to the event loop.
 *
 * <p>One turn is under way at a time. Its file empties itself when the shell has read it, so that a key is good for one
 * turn at most, and it can be told whether the shell has heard. The key is typed where the shell is known to wait for one:
 * after a turn in which nobody has typed, or else once it is seen to sleep in the foreground of a terminal that hands out
 * single keys. A key that the line editor took for something else (in the midst of a search) is typed again.
 *
 * <p>A turn that is broken off, by an interrupt that the shell itself obeys, shows as a prompt without its report.
 */
final class PromptChannel implements Channel, SessionTerminal.Gate {
    private static final Logger LOG = Logger.getLogger(PromptChannel.class.getName());

    private static final Duration FIRST_LOOK = Duration.ofMillis(20);

    /** A shell that sleeps at its prompt for so many looks will not hear what it has not heard. */
    private static final int LOOKS_UNHEARD = 2;

    /** After so many, it is told how to treat its terminal: nobody else will. */
    private static final int LOOKS_BY_LINE = 5;

    private final Looks looks;
    private final LineEditor editor;
    private final ControlLines lines;
    private final SessionTerminal keyboard;
    private final PromptScreen screen;
    private final TurnFile file;
    private final TurnKey key;
    private final Runnable readReports;
    private final Runnable replaceShell;
    private final PromptTurns waiting;
    private final TypedCommands theirs;
    private final HalfTypedLine line;
    private final TypeAhead typedAhead = new TypeAhead();
    private final Aftermath aftermath = new Aftermath();
    private @Nullable PromptTurn current;
    private @Nullable EditingShell shell;
    private boolean hasPrompted;
    private boolean hasBegun;
    private boolean isCertain;

    /** Whether a turn was broken off whose report will be asked for again, and must not be about what they have typed. */
    private boolean isReportOwed;

    private int quietLooks;
    private int lineLooks;

    /**
     * @param nonce what command lines are told with; see {@link ShellIntegration}
     * @param whenTyped told of what people have run at the prompt
     * @param readReports has this told of all that the shell has reported by now
     * @param replaceShell ends a shell that cannot be reached any more
     */
    PromptChannel(
            Scheduler scheduler,
            LineEditor editor,
            ControlLines lines,
            SessionFolder folder,
            SessionTerminal keyboard,
            @Nullable String nonce,
            Consumer<TypedCommand> whenTyped,
            Runnable readReports,
            Runnable replaceShell)
            throws PosixException {
        this.readReports = readReports;
        this.replaceShell = replaceShell;
        waiting = new PromptTurns(lines, keyboard);
        screen = new PromptScreen(
                scheduler,
                editor,
                keyboard,
                nonce,
                readReports,
                () -> current == null,
                () -> current == null && isWaiting());
        looks = new Looks(scheduler, this::lookNow, () -> current != null || !waiting.isEmpty() || isHolding());
        this.editor = editor;
        line = new HalfTypedLine(editor);
        this.lines = lines;
        this.keyboard = keyboard;
        theirs = new TypedCommands(folder, command -> {
            screen.ran(command);
            whenTyped.accept(command);
        });
        file = new TurnFile(folder);
        key = new TurnKey(keyboard);
        keyboard.passThrough(this);
    }

    @Override
    public Launch launch(boolean readsUserFiles) throws PosixException {
        return editor.launch(readsUserFiles);
    }

    @Override
    public boolean prompts() {
        return false;
    }

    @Override
    public boolean unwindsBeforeExitTrap() {
        return editor.unwindsBeforeExitTrap();
    }

    @Override
    public String initialization(boolean readsUserFiles) {
        return editor.initialization(readsUserFiles);
    }

    @Override
    public String afterState() {
        return lines.quietly(LineEditor.HOOKS_FILE);
    }

    @Override
    public String beforeExit() {
        return editor.beforeExit();
    }

    /** Where a turn of ours was under way, it is not what they have typed that the shell has ended with. */
    @Override
    public void ended(ShellEnd end) {
        if (current == null) {
            theirs.shellEnded(end);
        }
    }

    @Override
    public String withoutHooks(String state) {
        return editor.withoutHooks(state);
    }

    @Override
    public void begin(ShellProcess begun) {
        shell = new EditingShell(begun);
    }

    // ---- turns

    @Override
    public void send(String input) throws PosixException {
        if (!input.isEmpty()) {
            waiting.add(input);
            goOn(false);
        }
    }

    @Override
    public void ask(String input, String report, long number) throws PosixException {
        waiting.add(input, report, number);
        goOn(false);
    }

    @Override
    public void commandFollows() {
        waiting.commandFollows();
    }

    @Override
    public void interrupting() {
        if (current != null) {
            aftermath.turnInterrupted();
        }
    }

    @Override
    public boolean isLeftBehind(int group) {
        return aftermath.isLeftBehind(group);
    }

    @Override
    public boolean withdraw(long number) {
        return number == 0 ? current == null && !waiting.isEmpty() : waiting.withdraw(number);
    }

    /**
     * @param isSeenToWait whether the shell was just seen to wait, and all that it has shown has been seen, too; nothing less
     *     is enough for a command on the terminal
     */
    private void goOn(boolean isSeenToWait) throws PosixException {
        PromptTurn next = waiting.peek();
        if (shell == null || !hasPrompted || current != null || next == null) {
            return;
        }
        if (file.isTaken() && (isSeenToWait || (isCertain && next.owner() == null))) {
            begin();
        } else {
            looks.after(Duration.ZERO);
        }
    }

    private void begin() throws PosixException {
        PromptTurn turn = waiting.remove();
        current = turn;
        if (turn.owner() != null) {
            turn.owner().take();
        }
        quietLooks = 0;
        lineLooks = 0;
        key.turnBegins();
        boolean isOnTerminal = isOnTerminal();
        boolean marks = editor.paints() || isOnTerminal;
        LineEditor.Wish wish = new LineEditor.Wish(turn.lines(), turn.report(), marks, isOnTerminal, line.ask());
        file.write(editor.turn(wish));
        if (marks) {
            screen.turnBegins(isOnTerminal);
        }
        typeKey();
        looks.after(FIRST_LOOK);
    }

    private void typeKey() {
        key.press(isOnTerminal() && shell != null && shell.isByLine());
    }

    /** Whether the turn is a command's that has the terminal, which then has been made to collect lines. */
    private boolean isOnTerminal() {
        return current != null && current.owner() != null;
    }

    @Override
    public void told(ReportParser.Kind kind, long number, List<String> fields) {
        screen.told(kind, fields);
        theirs.told(kind, number, fields);
        PromptTurn turn = current;
        if (kind == ReportParser.Kind.LINE) {
            line.told(fields);
        } else if (kind == ReportParser.Kind.PROMPT) {
            prompted();
        } else if (kind == ReportParser.Kind.COMMAND) {
            if (shell != null) {
                shell.runsTheirs();
            }
        } else if (turn != null && turn.kind() == kind && turn.number() == number) {
            if (kind == ReportParser.Kind.DONE) {
                isReportOwed = false;
            }
            over();
        }
    }

    private void over() {
        aftermath.turnOver();
        hasBegun = true;
        // The shell is on its way back to its line, and nothing has been typed that could take it elsewhere.
        isCertain = !isOnTerminal() && !aftermath.isOpen();
        if (!isOnTerminal()) {
            // Where a command had the terminal, that puts it back itself.
            keepEditing();
        }
        current = null;
        typeHeld();
        if (editor.paints()) {
            screen.lookSoon();
        }
        goOnSafely(false);
    }

    private void prompted() {
        hasPrompted = true;
        if (shell != null) {
            shell.prompted();
        }
        isCertain = false;
        if (current != null && file.isTaken()) {
            // It was broken off in the midst of the line editor, which takes its terminal to be as it left it.
            brokenOff(current);
            keyboard.readNow();
            screen.givenUp();
            keepEditing();
            if (waiting.isEmpty()) {
                typeHeld();
            }
        }
        line.begins();
        goOnSafely(false);
    }

    /** Whoever waits for its report asks again. What was half typed has gone with it, and is brought back. */
    private void brokenOff(PromptTurn turn) {
        aftermath.turnOver();
        isReportOwed = turn.kind() == ReportParser.Kind.DONE;
        current = null;
        line.takeRestoring().ifPresent(waiting::addFirst);
    }

    private void goOnSafely(boolean isSeenToWait) {
        try {
            goOn(isSeenToWait);
        } catch (PosixException e) {
            LOG.log(Level.WARNING, "a turn could not be written; its shell is killed", e);
            current = null;
            replaceShell.run();
        }
    }

    private void keepEditing() {
        if (shell != null && !editor.setsTerminal()) {
            shell.keepEditing();
        }
    }

    private void lookNow() {
        // Whatever the shell has said by now says where it is.
        readReports.run();
        EditingShell live = shell;
        if (live == null || !hasPrompted) {
            return;
        }
        if (current == null) {
            passOnHeld();
            if (waiting.isEmpty() || !isWaiting()) {
                return;
            }
            if (file.isTaken()) {
                screen.settle();
                goOnSafely(true);
            } else if (++quietLooks >= LOOKS_UNHEARD) {
                typeKey();
            }
            return;
        }
        PromptTurn turn = current;
        boolean isWaiting = isWaiting();
        if (!turn.equals(current)) {
            return; // To see that, its reports were read, and the turn's end was among them.
        }
        if (!isWaiting) {
            if (file.isTaken() && !runsOnTerminal() && live.isAsleep() && ++lineLooks >= LOOKS_BY_LINE) {
                lineLooks = 0;
                keepEditing();
            }
        } else if (++quietLooks >= LOOKS_UNHEARD) {
            quietLooks = 0;
            screen.givenUp();
            if (file.isTaken()) {
                brokenOff(turn);
                isCertain = true;
                typeHeld();
                goOnSafely(false);
            } else {
                typeAgain();
            }
        }
    }

    private void typeAgain() {
        if (!key.mayBePressedAgain()) {
            LOG.log(Level.INFO, "a shell does not hear the key that it has been told of; it is replaced");
            replaceShell.run();
            return;
        }
        if (editor.paints() || isOnTerminal()) {
            screen.turnBegins(isOnTerminal());
        }
        typeKey();
    }

    @Override
    public boolean isAllTaken() {
        return waiting.isEmpty() && (current == null || file.isTaken());
    }

    /** A turn that has not yet told what is half typed, or that was broken off, runs nothing that could be interrupted. */
    @Override
    public boolean isAtTopLevel(int pid) {
        boolean isBetween = isReportOwed || line.isAwaited() || !file.isTaken();
        return shell != null && !runsOnTerminal() && (isBetween || shell.isAtTopLevel());
    }

    @Override
    public boolean isWaiting(int pid) {
        return isWaiting();
    }

    private boolean isWaiting() {
        EditingShell live = shell;
        if (live == null || !hasPrompted || runsOnTerminal() || !live.isWaiting(isOnTerminal())) {
            return false;
        }
        readReports.run();
        return live.isAtTheirLine();
    }

    /** A shell that reads a line for a command on the terminal looks as if it waited for one of ours. */
    private boolean runsOnTerminal() {
        return isOnTerminal() && file.isTaken();
    }

    @Override
    public void forget(boolean keepsKeys) {
        waiting.clear();
        current = null;
        shell = null;
        hasPrompted = false;
        hasBegun = false;
        isCertain = false;
        isReportOwed = false;
        line.isGone();
        aftermath.forget();
        if (!keepsKeys) {
            typedAhead.forget();
        }
        theirs.forget();
        screen.forget();
        looks.stop();
        file.takeBack();
    }

    // ---- the user's keys and screen

    /**
     * While a turn runs that is not theirs they are typing ahead: what they type is held until the shell is on its way back
     * to their line, so that it can neither end in a program nor be taken for what the turn has painted. What makes a
     * signal makes it at once, and takes what was typed before with it, as it does in any terminal.
     */
    @Override
    public void typed(byte[] bytes) throws RefusedException {
        line.typed(bytes);
        if (isOnTerminal() || (current == null && !isReportOwed && !aftermath.isOpen() && typedAhead.isEmpty())) {
            type(bytes);
            return;
        }
        int signalled = shell == null ? 0 : shell.endOfSignals(bytes);
        if (signalled > 0) {
            typedAhead.forget();
            interrupting();
            isCertain = false;
            keyboard.type(Arrays.copyOf(bytes, signalled));
        }
        typedAhead.add(bytes, signalled);
        if (isHolding()) {
            looks.after(Duration.ZERO);
        }
    }

    private void type(byte[] bytes) throws RefusedException {
        isCertain = false;
        screen.typed();
        theirs.typed(bytes);
        keyboard.type(bytes);
        if (current == null && !waiting.isEmpty()) {
            looks.after(Duration.ZERO);
        }
    }

    /** Whether what they have typed waits for something that is not told. */
    private boolean isHolding() {
        return current == null && hasBegun && !isReportOwed && !typedAhead.isEmpty();
    }

    private void typeHeld() {
        passOnHeld();
        if (isHolding()) {
            looks.soon();
        }
    }

    /** A terminal that takes no more of it is tried again, as is a shell that is not at their line yet. */
    private void passOnHeld() {
        if (isHolding() && !aftermath.isStillOpen(this::isWaiting)) {
            typedAhead.passOn(this::type);
        }
    }

    @Override
    public boolean setsTerminal() {
        return editor.setsTerminal();
    }

    @Override
    public void shown(byte[] bytes, int length) {
        screen.shown(bytes, length);
    }

    @Override
    public void close() {
        forget(false);
        file.close();
    }
}
