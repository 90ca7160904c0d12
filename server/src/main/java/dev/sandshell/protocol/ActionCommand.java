package dev.sandshell.protocol;

import java.util.List;

/** The command of a code action, as LSP has it. */
public record ActionCommand(
        @Required String title,
        @Required String command,
        @Required List<ActionArgument> arguments) {}
