/**
 * JSON-RPC on one side, sessions on the other: frames, the life cycle, checking what comes, wording what goes, and the
 * one outbox. What an editor asks, it checks and hands on. Knows no shell.
 */
@NullMarked
package dev.sandshell.rpc;

import org.jspecify.annotations.NullMarked;
