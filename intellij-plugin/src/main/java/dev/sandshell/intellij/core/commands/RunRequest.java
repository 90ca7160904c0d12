package dev.sandshell.intellij.core.commands;

import org.jspecify.annotations.Nullable;

/**
 * A command as a user asks for it.
 *
 * @param sessionId where it runs; null for the window's own session
 * @param isBackground it leaves the shell free
 */
public record RunRequest(String command, @Nullable String sessionId, boolean isBackground) {
    /** In the window's own session. */
    public static RunRequest of(String command) {
        return new RunRequest(command, null, false);
    }

    public static RunRequest in(String sessionId, String command) {
        return new RunRequest(command, sessionId, false);
    }

    public static RunRequest inBackground(String command) {
        return new RunRequest(command, null, true);
    }
}
