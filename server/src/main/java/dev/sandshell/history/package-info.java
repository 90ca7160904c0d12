/**
 * The command log behind {@link dev.sandshell.session.CommandLog}: one SQLite database a user, written by all of the
 * user's servers. Nothing that goes wrong with it is worse than a gap in it.
 */
@NullMarked
package dev.sandshell.history;

import org.jspecify.annotations.NullMarked;
