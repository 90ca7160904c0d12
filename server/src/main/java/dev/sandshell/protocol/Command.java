package dev.sandshell.protocol;

import java.util.List;

/** What is done when a lens is chosen, as LSP has it; by the client or by the server, as the client has chosen. */
public record Command(
        @Required String title,
        @Required String command,
        @Required List<LensArgument> arguments) {}
