package dev.sandshell.intellij.core.sessions;

import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.SessionCreateParams;
import org.jspecify.annotations.Nullable;

/** What tests ask for. */
final class Params {
    private Params() {}

    static SessionCreateParams session(String sessionId) {
        return new SessionCreateParams(sessionId, null, "/tmp", null, null, "clean", null, null, null);
    }

    static ExecParams exec(String sessionId, String command) {
        return exec(sessionId, command, null, null);
    }

    static ExecParams onTerminal(String sessionId, String command) {
        return exec(sessionId, command, null, true);
    }

    /** One whose input is given while it runs. */
    static ExecParams withInput(String sessionId, String command) {
        return exec(sessionId, command, true, null);
    }

    private static ExecParams exec(
            String sessionId, String command, @Nullable Boolean openStdin, @Nullable Boolean tty) {
        return new ExecParams(
                command, sessionId, null, null, null, null, openStdin, tty, null, null, null, null, null, null, null,
                null, null, null, null);
    }
}
