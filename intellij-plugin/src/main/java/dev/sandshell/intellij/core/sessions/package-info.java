/** The server's sessions as it tells of them, and what can be asked of it. */
@NullMarked
package dev.sandshell.intellij.core.sessions;

import org.jspecify.annotations.NullMarked;
