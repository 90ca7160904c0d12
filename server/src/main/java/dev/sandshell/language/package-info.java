/** What of a document can be run: pure functions of its text, and the texts that a client has open. Knows no session. */
@NullMarked
package dev.sandshell.language;

import org.jspecify.annotations.NullMarked;
