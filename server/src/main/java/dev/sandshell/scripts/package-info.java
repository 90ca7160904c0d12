/**
 * The scripts that one client has open, each with the session that goes with it: what their places are offered and what is
 * said of them, and what is wrong with their grammar. Worded for the client, of which it knows nothing else.
 */
@NullMarked
package dev.sandshell.scripts;

import org.jspecify.annotations.NullMarked;
