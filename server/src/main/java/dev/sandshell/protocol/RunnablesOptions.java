package dev.sandshell.protocol;

import java.util.List;

/** The kinds of runnables that the server has, as rust-analyzer has it. */
public record RunnablesOptions(@Required List<String> kinds) {}
