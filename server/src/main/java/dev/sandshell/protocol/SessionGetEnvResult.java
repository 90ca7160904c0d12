package dev.sandshell.protocol;

import java.util.Map;

/** Exported variables as the shell holds them. */
public record SessionGetEnvResult(@Required Map<String, String> env) {}
