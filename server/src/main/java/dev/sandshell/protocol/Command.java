package dev.sandshell.protocol;

import java.util.List;

/** What a client does when a lens is chosen, as LSP has it: {@code sandbox.exec} is the client's to do. */
public record Command(
        @Required String title,
        @Required String command,
        @Required List<LensArgument> arguments) {}
