/**
 * A terminal as a component of Swing: the emulator that knows what is on the screen, and the view that paints it and takes
 * keys and the mouse. Knows neither sessions nor the IDE, and is tried without both.
 */
@NullMarked
package dev.sandshell.intellij.core.terminal;

import org.jspecify.annotations.NullMarked;
