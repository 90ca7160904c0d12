package dev.sandshell.protocol;

/** Done, and nothing to say of it. */
public record EmptyResult() {}
