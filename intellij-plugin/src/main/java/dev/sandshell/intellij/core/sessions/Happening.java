package dev.sandshell.intellij.core.sessions;

import org.jspecify.annotations.Nullable;

/** Something has happened in a session; {@code exec} is the command that it has happened to, where that is known. */
public record Happening(
        SessionView view, SessionEvent event, @Nullable ExecView exec) {}
