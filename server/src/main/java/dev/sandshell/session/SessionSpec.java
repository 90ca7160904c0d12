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
 * @param state what its shell knows at first, which then counts for more than the folder and {@code env}; null for nothing
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
        boolean keepsHistory,
        @Nullable ShellState state) {

    public static SessionSpec named(String sessionId) {
        return new SessionSpec(
                sessionId, sessionId, null, ImmutableMap.of(), null, false, TerminalSize.DEFAULT, null, true, null);
    }

    /** A session that goes on from a state of a shell. */
    public static SessionSpec restored(String sessionId, String name, ShellState state) {
        return new SessionSpec(
                sessionId,
                name,
                null,
                ImmutableMap.of(),
                state.shell(),
                false,
                TerminalSize.DEFAULT,
                null,
                true,
                state);
    }

    /** The same once the shell has been given the state: that is large, and not kept. */
    public SessionSpec withoutState() {
        return new SessionSpec(
                sessionId, name, cwd, env, shell, readsUserFiles, size, commandTimeout, keepsHistory, null);
    }

    /** The same with what its shell is to know at first. */
    public SessionSpec withState(ShellState newState) {
        return new SessionSpec(
                sessionId, name, cwd, env, shell, readsUserFiles, size, commandTimeout, keepsHistory, newState);
    }

    /** The same in the server's own folder. */
    SessionSpec elsewhere() {
        return new SessionSpec(
                sessionId, name, null, env, shell, readsUserFiles, size, commandTimeout, keepsHistory, state);
    }

    /** The same, where any shell was good enough, with the one that its state is of, which alone can take that. */
    SessionSpec withShellOfState() {
        String its = shell == null && state != null ? state.shell() : shell;
        return new SessionSpec(
                sessionId, name, cwd, env, its, readsUserFiles, size, commandTimeout, keepsHistory, state);
    }

    /** The same with a terminal of another size. */
    SessionSpec sized(TerminalSize newSize) {
        return new SessionSpec(
                sessionId, name, cwd, env, shell, readsUserFiles, newSize, commandTimeout, keepsHistory, state);
    }

    /** Another session that is to be what this one is, from a state of this one's shell. */
    SessionSpec fork(String newId, ShellState newState) {
        return new SessionSpec(
                newId, newId, cwd, env, shell, readsUserFiles, size, commandTimeout, keepsHistory, newState);
    }
}
