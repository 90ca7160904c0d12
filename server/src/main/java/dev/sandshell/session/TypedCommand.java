package dev.sandshell.session;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has run at the shell's own prompt, once it is over. Immutable.
 *
 * @param text as they typed it
 * @param status what the shell had in {@code $?} after it; means nothing where the shell has ended with it
 * @param cwd where the shell was after it; the same
 * @param took from the end of their line to the next prompt, or the end of the shell
 * @param shellEnd how the shell has ended with it; null where it has not
 */
public record TypedCommand(
        String text,
        int status,
        String cwd,
        Duration took,
        @Nullable ShellEnd shellEnd) {
    private static final String ID_PREFIX = "typed-";

    /** Whether a command was one of those. */
    public static boolean isTyped(String execId) {
        return execId.startsWith(ID_PREFIX);
    }

    /** One after which there was no prompt. */
    public static TypedCommand thatEndedTheShell(String text, ShellEnd end, Duration took) {
        return new TypedCommand(text, 0, "", took, end);
    }

    /**
     * How it ended.
     *
     * @param stateRestored whether a shell that has begun since has the state of the one that it has ended
     */
    ExecStatus outcome(boolean stateRestored) {
        return shellEnd == null
                ? new ExecStatus(status, null, false, false, false)
                : new ExecStatus(shellEnd.exitCode(), shellEnd.signal(), false, true, stateRestored);
    }

    /** As a call for the same would have it. */
    ExecRequest asRequest() {
        return new ExecRequest(
                ID_PREFIX
                        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 12),
                text,
                null,
                ImmutableMap.of(),
                null,
                false,
                true,
                null,
                null,
                null,
                false,
                OutputMode.STREAM,
                false,
                0,
                OutputEncoding.UTF_8,
                WhenBusy.QUEUE);
    }
}
