package dev.sandshell.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@code sandshell exec} was asked for.
 *
 * @param timeout of each command
 * @param isJson whether results are printed instead of output
 * @param cwd where the session begins; absolute
 * @param env variables of the session
 * @param forwardsStdin whether the last command gets our standard input
 */
record ExecOptions(
        String session,
        @Nullable Duration timeout,
        boolean isJson,
        @Nullable String cwd,
        ImmutableMap<String, String> env,
        @Nullable String shell,
        boolean forwardsStdin,
        ImmutableList<String> commands) {

    static ExecOptions of(Arguments arguments) throws UsageException {
        if (arguments.operands().isEmpty()) {
            throw new UsageException("which command?");
        }
        String session = arguments.value("--session");
        String timeout = arguments.value("--timeout");
        return new ExecOptions(
                session == null ? "default" : session,
                timeout == null ? null : Durations.parse("--timeout", timeout),
                arguments.has("--json"),
                folder(arguments.value("--cwd")),
                environment(arguments),
                arguments.value("--shell"),
                arguments.has("-i") || arguments.has("--stdin"),
                arguments.operands());
    }

    private static @Nullable String folder(@Nullable String given) throws UsageException {
        try {
            return given == null ? null : Path.of(given).toAbsolutePath().toString();
        } catch (InvalidPathException e) {
            throw new UsageException("--cwd must be a folder: " + e.getReason());
        }
    }

    private static ImmutableMap<String, String> environment(Arguments arguments) throws UsageException {
        ImmutableMap.Builder<String, String> variables = ImmutableMap.builder();
        for (String given : arguments.values("--env")) {
            int equals = given.indexOf('=');
            if (equals <= 0) {
                throw new UsageException("--env must be NAME=VALUE, got \"" + given + "\"");
            }
            variables.put(given.substring(0, equals), given.substring(equals + 1));
        }
        return variables.buildKeepingLast();
    }
}
