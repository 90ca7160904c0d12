/**
 * The wire: one record a message, the names of the methods, and the interfaces of both sides. Records carry data and
 * never throw; what they hold is checked in {@code rpc}. And what all clients have to do alike: names of sessions. Units are in the names; times are milliseconds.
 */
@NullMarked
package dev.sandshell.protocol;

import org.jspecify.annotations.NullMarked;
