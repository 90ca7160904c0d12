package dev.sandshell.session;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code sandbox/exec}, checked.
 *
 * @param stdin what the command reads, then end of file; null for nothing at all
 * @param keepsStdinOpen whether more input may follow by {@code exec/write}
 * @param isOnTerminal whether it runs on the session's terminal
 * @param size what the terminal becomes before; null to leave it as it is
 * @param outputCap how many bytes of each stream the result holds, head and tail together
 */
public record ExecRequest(
        String execId,
        String command,
        @Nullable String cwd,
        ImmutableMap<String, Optional<String>> env,
        byte @Nullable [] stdin,
        boolean keepsStdinOpen,
        boolean isOnTerminal,
        @Nullable TerminalSize size,
        @Nullable Duration timeout,
        @Nullable Duration idleTimeout,
        boolean isBackground,
        OutputMode output,
        boolean mergesStderr,
        int outputCap,
        OutputEncoding encoding,
        WhenBusy whenBusy) {

    /** About how much memory it holds. */
    long weight() {
        long weight = 2L * command.length() + (stdin == null ? 0 : stdin.length);
        for (Map.Entry<String, Optional<String>> variable : env.entrySet()) {
            weight += 2L * variable.getKey().length()
                    + 2L * variable.getValue().orElse("").length();
        }
        return weight;
    }

    /** What is still to be known of a command that has ended. */
    ExecRequest withoutInput() {
        return new ExecRequest(
                execId,
                command,
                cwd,
                ImmutableMap.of(),
                null,
                keepsStdinOpen,
                isOnTerminal,
                size,
                timeout,
                idleTimeout,
                isBackground,
                output,
                mergesStderr,
                outputCap,
                encoding,
                whenBusy);
    }
}
