/**
 * One server process for all of a user's editors: where it is found, how it is started exactly once, who may connect, when
 * it ends, and the relay between it and a client on standard streams. Knows nothing of what is said over its socket but
 * where a message begins and ends.
 */
@NullMarked
package dev.sandshell.daemon;

import org.jspecify.annotations.NullMarked;
