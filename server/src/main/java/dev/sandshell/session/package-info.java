/**
 * The heart: sessions, the commands that run in them, their output, and the ports to the shell below and the clients
 * above. Knows neither JSON nor how a shell is driven. Everything here is confined to one
 * {@link dev.sandshell.concurrent.Scheduler}, unless its text says otherwise.
 */
@NullMarked
package dev.sandshell.session;

import org.jspecify.annotations.NullMarked;
