/**
 * How a shell is driven: the process on its terminal, the control pipe, the pooled FIFOs, the dialects, the state that
 * outlives a process, and who belongs to a command. The only package that starts processes; the rest of the server knows
 * it as the ports of {@code session}.
 */
@NullMarked
package dev.sandshell.shell;

import org.jspecify.annotations.NullMarked;
