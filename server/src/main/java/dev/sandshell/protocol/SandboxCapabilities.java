package dev.sandshell.protocol;

import java.util.List;

/** What this server knows of the sandbox protocol. */
public record SandboxCapabilities(
        @Required String protocolVersion,
        @Required List<String> methods,
        @Required List<String> notifications,
        @Required List<ShellInfo> shells,
        @Required List<String> features) {}
