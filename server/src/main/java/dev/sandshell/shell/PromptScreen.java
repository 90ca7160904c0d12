package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.session.TypedCommand;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a shell at its prompt shows, on its way to who looks on: first the marks that stand for what the shell has reported,
 * then what is painted because of our turns. Confined to the event loop.
 */
final class PromptScreen {
    private static final Duration PAINTING = Duration.ofMillis(2);

    private final TurnPainting painting;
    private final ShellIntegration integration;
    private final SessionTerminal terminal;
    private final BooleanSupplier isWaiting;
    private final Looks looks;

    /**
     * @param nonce what command lines are told with; see {@link ShellIntegration}
     * @param readReports has this told of all that the shell has reported by now
     * @param isTheirs whether no turn is under way, so that the shell paints for its user alone
     * @param isWaiting whether it waits for their next key
     */
    PromptScreen(
            Scheduler scheduler,
            LineEditor editor,
            SessionTerminal terminal,
            @Nullable String nonce,
            Runnable readReports,
            BooleanSupplier isTheirs,
            BooleanSupplier isWaiting) {
        this.terminal = terminal;
        this.isWaiting = isWaiting;
        looks = new Looks(scheduler, this::look, () -> isTheirs.getAsBoolean() && isUnsettled());
        painting = new TurnPainting(terminal::deliver, terminal::deliverOutside);
        integration = new ShellIntegration(
                scheduler, readReports, painting::promptBegins, painting::printed, editor.beforeCommand(), nonce);
    }

    /** The shell has reported. */
    void told(ReportParser.Kind kind, List<String> fields) {
        integration.told(kind, fields);
    }

    /** This is what was run before the last prompt, if there was one since. */
    void ran(TypedCommand command) {
        if (command.shellEnd() == null) {
            integration.ran(command.text());
        }
    }

    void shown(byte[] bytes, int length) {
        integration.printed(bytes, length);
        if (integration.isPromptOpen()) {
            lookSoon();
        }
    }

    /** What a turn has had painted is to be told from what comes next. */
    void lookSoon() {
        looks.after(PAINTING);
    }

    private void look() {
        if (isUnsettled() && isWaiting.getAsBoolean()) {
            settle();
        }
    }

    /** The key of a turn is about to be typed; see {@link TurnPainting#turnBegins}. */
    void turnBegins(boolean showsMore) {
        painting.turnBegins(showsMore);
    }

    /** The turn has come to nothing: the shell begins with a new line. */
    void givenUp() {
        painting.givenUp();
    }

    /** The user is about to type. */
    void typed() {
        integration.promptEnds();
        painting.typed();
    }

    /** Whether it matters when the shell waits. */
    private boolean isUnsettled() {
        return painting.isUnsettled() || integration.isPromptOpen();
    }

    /** The shell waits for the user's line; all that it shows of it is shown first. */
    void settle() {
        terminal.readRest();
        painting.painted();
        integration.promptEnds();
    }

    /** The next shell begins without a past. */
    void forget() {
        integration.forget();
        painting.givenUp();
        looks.stop();
    }
}
