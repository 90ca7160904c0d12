package dev.sandshell.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a client runs something by itself: a program, its arguments and its folder. */
public record ShellRunnableArgs(
        @Nullable String cwd,
        @Required String program,
        @Required List<String> args) {}
