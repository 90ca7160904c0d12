/** A command of a session as a process: with streams of its own, input, an end, and ways to end it. */
@NullMarked
package dev.sandshell.intellij.core.process;

import org.jspecify.annotations.NullMarked;
