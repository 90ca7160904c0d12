package dev.sandshell.session;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What somebody has run at the shell's own prompt, once it is over. Immutable.
 *
 * @param text as they typed it
 * @param status what the shell had in {@code $?} after it
 * @param cwd where the shell was after it
 * @param took from the end of their line to the next prompt
 */
public record TypedCommand(String text, int status, String cwd, Duration took) {
    /** As a call for the same would have it. */
    ExecRequest asRequest() {
        return new ExecRequest(
                "typed-"
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
