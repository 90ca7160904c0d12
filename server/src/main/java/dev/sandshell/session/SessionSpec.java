package dev.sandshell.session;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a session is to be, checked.
 *
 * @param cwd an absolute path; null for the server's own
 * @param env what is set (or, where empty, unset) beyond the inherited environment
 * @param shell a name or a path; null for the best that there is
 * @param readsUserFiles whether the user's rc files are read at the start
 * @param commandTimeout the time limit of commands that do not bring their own
 * @param keepsHistory whether its commands go into the command log
 */
public record SessionSpec(
        String sessionId,
        String name,
        @Nullable String cwd,
        ImmutableMap<String, Optional<String>> env,
        @Nullable String shell,
        boolean readsUserFiles,
        TerminalSize size,
        @Nullable Duration commandTimeout,
        boolean keepsHistory) {

    public static SessionSpec named(String sessionId) {
        return new SessionSpec(
                sessionId, sessionId, null, ImmutableMap.of(), null, false, TerminalSize.DEFAULT, null, true);
    }
}
