package dev.sandshell.intellij.core.process;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.sandshell.intellij.core.server.Failures;
import dev.sandshell.intellij.core.server.SandboxException;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.protocol.ExecResult;
import org.jspecify.annotations.Nullable;

/**
 * How a process has ended.
 *
 * @param code the exit code, or {@value #UNKNOWN}
 * @param problem why there is none, for a person; null where there is
 */
public record ProcessExit(int code, @Nullable String problem) {
    public static final int UNKNOWN = -1;

    /** As shells have it of what Ctrl-C has ended. */
    private static final int INTERRUPTED = 130;

    static ProcessExit of(ExecResult result) {
        Integer code = result.exitCode();
        return code == null ? new ProcessExit(UNKNOWN, Outcome.of(result).words()) : new ProcessExit(code, null);
    }

    /** Of one that was stopped, or that could not be run. */
    static ProcessExit of(Throwable failure) {
        return Failures.causeOf(failure) instanceof SandboxException refused && refused.isCancelled()
                ? new ProcessExit(codeIn(refused.data()), null)
                : new ProcessExit(UNKNOWN, Failures.messageOf(failure));
    }

    private static int codeIn(@Nullable JsonElement result) {
        return result instanceof JsonObject object
                        && object.get("exitCode") instanceof JsonPrimitive code
                        && code.isNumber()
                ? code.getAsInt()
                : INTERRUPTED;
    }
}
