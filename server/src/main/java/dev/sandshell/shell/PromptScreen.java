package dev.sandshell.shell;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.session.TypedCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shell at its prompt shows, on its way to who looks on: first the marks that stand for what the shell has reported,
 * then what is painted because of our turns. Confined to the event loop.
 */
final class PromptScreen {
    private final TurnPainting painting;
    private final ShellIntegration integration;

    /**
     * @param nonce what command lines are told with; see {@link ShellIntegration}
     * @param readReports has this told of all that the shell has reported by now
     */
    PromptScreen(
            Scheduler scheduler,
            LineEditor editor,
            SessionTerminal terminal,
            @Nullable String nonce,
            Runnable readReports) {
        painting = new TurnPainting(terminal::deliver, terminal::deliverOutside);
        integration = new ShellIntegration(scheduler, readReports, painting::printed, editor.beforeCommand(), nonce);
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

    /** Whether a prompt has been begun whose end has not been told. */
    boolean isPromptOpen() {
        return integration.isPromptOpen();
    }

    /** Whether it is to be told when the shell waits. */
    boolean isUnsettled() {
        return painting.isUnsettled() || integration.isPromptOpen();
    }

    /** The shell waits for the user's line, and all that it shows of it has been seen here. */
    void settle() {
        painting.painted();
        integration.promptEnds();
    }

    /** The next shell begins without a past. */
    void forget() {
        integration.forget();
        painting.givenUp();
    }
}
