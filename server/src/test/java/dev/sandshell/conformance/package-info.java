/**
 * What any client may rely on, held against the server from outside: transcripts of {@code test-fixtures} and tests that
 * need more than a dialogue. Nothing here looks into the server.
 */
@NullMarked
package dev.sandshell.conformance;

import org.jspecify.annotations.NullMarked;
