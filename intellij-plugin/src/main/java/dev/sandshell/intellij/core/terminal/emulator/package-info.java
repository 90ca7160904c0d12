/**
 * The terminal itself: what a program sends becomes a screen. It follows xterm.js, which is what the other editor shows a
 * session with, function by function, so that the same bytes look the same in both; {@code test-fixtures/terminal} holds both
 * to it. Nothing here is thread-safe.
 */
@NullMarked
package dev.sandshell.intellij.core.terminal.emulator;

import org.jspecify.annotations.NullMarked;
