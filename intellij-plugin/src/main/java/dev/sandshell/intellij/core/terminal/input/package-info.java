/** What keys, the mouse and the clipboard become for a program, as xterm has them. Functions: no state, no component, any thread. */
@NullMarked
package dev.sandshell.intellij.core.terminal.input;

import org.jspecify.annotations.NullMarked;
