package dev.sandshell.protocol;

/** Whether there was one to delete. */
public record SessionDeleteResult(boolean existed) {}
