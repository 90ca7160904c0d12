package dev.sandshell.protocol;

import java.util.List;

/** The commands that the server does, as LSP has it. */
public record ExecuteCommandOptions(@Required List<String> commands) {}
