package dev.sandshell.protocol;

/** Who answers. */
public record ServerInfo(@Required String name, @Required String version) {}
