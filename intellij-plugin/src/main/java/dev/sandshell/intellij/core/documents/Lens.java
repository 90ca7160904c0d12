package dev.sandshell.intellij.core.documents;

/**
 * Something that can be run in a document.
 *
 * @param line the line beside which it is offered, from 0
 */
public record Lens(int line, String title, String command) {}
