/**
 * The system calls that the JDK lacks, and the one thread that waits for descriptors: FIFOs, non-blocking reads, epoll,
 * signals, child status and the process table. Knows nothing of shells or of JSON.
 */
@NullMarked
package dev.sandshell.posix;

import org.jspecify.annotations.NullMarked;
