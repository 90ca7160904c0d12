/** What a terminal shows of a session: of its events, what it is to be sent. Pure, and knows nothing of ours. */
@NullMarked
package dev.sandshell.terminal;

import org.jspecify.annotations.NullMarked;
