package dev.sandshell.syntax;

/**
 * A leaf of a tree that matters for what is open.
 *
 * @param text the word or sign, or the quote that it begins with
 * @param end the first place after it
 */
record Token(String text, int start, int end) {}
