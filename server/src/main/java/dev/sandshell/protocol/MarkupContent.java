package dev.sandshell.protocol;

/** A text: {@code kind} is plaintext or markdown. */
public record MarkupContent(@Required String kind, @Required String value) {}
