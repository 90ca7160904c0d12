/**
 * The sessions that outlive their server, behind {@link dev.sandshell.session.SessionStore}: one file a session in the
 * user's state folder. Nothing that goes wrong with one is worse than that session begun afresh, or not at all.
 */
@NullMarked
package dev.sandshell.store;

import org.jspecify.annotations.NullMarked;
