/** The run configuration "Sandshell": a command of a session with the console, the stop button and the rest of the IDE's. */
@NullMarked
package dev.sandshell.intellij.ide.run;

import org.jspecify.annotations.NullMarked;
