/**
 * What lies in the user's state folder. The command log behind {@link dev.sandshell.session.CommandLog}: one SQLite
 * database a user, written by all of the user's servers; and the files behind {@link dev.sandshell.session.Overflow}, which
 * end with their server. Nothing that goes wrong with either is worse than a gap in it.
 */
@NullMarked
package dev.sandshell.history;

import org.jspecify.annotations.NullMarked;
