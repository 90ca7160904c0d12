/**
 * JSON-RPC on one side, sessions on the other: frames, the life cycle, checking what comes, wording what goes, and the
 * one outbox. Knows no shell.
 */
@NullMarked
package dev.sandshell.rpc;

import org.jspecify.annotations.NullMarked;
