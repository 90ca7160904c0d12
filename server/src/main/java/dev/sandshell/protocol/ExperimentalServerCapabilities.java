package dev.sandshell.protocol;

/** The place for what is not in LSP. */
public record ExperimentalServerCapabilities(
        @Required SandboxCapabilities sandbox, @Required RunnablesOptions runnables) {}
