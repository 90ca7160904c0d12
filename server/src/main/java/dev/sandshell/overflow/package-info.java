/** The files behind {@code session.Overflow}: what the logs of a shared server's sessions have no memory for. */
@NullMarked
package dev.sandshell.overflow;

import org.jspecify.annotations.NullMarked;
