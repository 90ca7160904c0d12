/**
 * What is seen of a terminal: a component of Swing over a {@link dev.sandshell.intellij.core.terminal.TerminalModel}. Everything
 * in here belongs to the thread of the events, unless it says otherwise; what a program writes comes in from another one and is
 * looked at once a frame.
 */
@NullMarked
package dev.sandshell.intellij.core.terminal.view;

import org.jspecify.annotations.NullMarked;
