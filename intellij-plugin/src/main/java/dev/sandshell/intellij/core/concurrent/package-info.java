/** Threads of our own, each with a name, a bound on what waits for it, and an end. */
@NullMarked
package dev.sandshell.intellij.core.concurrent;

import org.jspecify.annotations.NullMarked;
