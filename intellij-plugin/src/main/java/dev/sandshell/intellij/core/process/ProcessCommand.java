package dev.sandshell.intellij.core.process;

import dev.sandshell.protocol.ExecParams;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process runs.
 *
 * @param folder where, for this command only; null for where the session is
 * @param environment what it has beyond the session's variables
 */
public record ProcessCommand(String text, @Nullable String folder, Map<String, String> environment) {
    public ProcessCommand {
        environment = Map.copyOf(environment);
    }

    /** Its streams are kept apart, its input stays open, and its output comes as it is printed. */
    ExecParams params(String sessionId, String execId) {
        Map<String, @Nullable String> env = new LinkedHashMap<>(environment);
        return new ExecParams(
                text,
                sessionId,
                execId,
                folder,
                env.isEmpty() ? null : env,
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                "stream",
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
