package dev.sandshell.session;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a shell is to run.
 *
 * @param isOnTerminal whether it runs on the shell's terminal, which is then its input and all of its output
 * @param previousStatus what {@code $?} is to be at its start
 */
public record CommandSpec(
        String text,
        @Nullable String cwd,
        ImmutableMap<String, Optional<String>> env,
        byte @Nullable [] stdin,
        boolean keepsStdinOpen,
        boolean isBackground,
        boolean mergesStderr,
        boolean isOnTerminal,
        int previousStatus) {}
