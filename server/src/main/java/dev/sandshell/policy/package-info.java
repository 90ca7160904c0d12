/** Pure decisions: bounds, and what a client may ask for. No I/O, no threads, no clock. */
@NullMarked
package dev.sandshell.policy;

import org.jspecify.annotations.NullMarked;
