package dev.sandshell.protocol;

/** Parameters of the requests that only name a command. */
public record ExecIdParams(@Required String execId) {}
