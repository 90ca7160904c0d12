/** The server's process and the connection to it: found, started, kept running. */
@NullMarked
package dev.sandshell.intellij.core.server;

import org.jspecify.annotations.NullMarked;
