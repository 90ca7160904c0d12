/** How work moves between threads: timers, bounded queues, named threads. Knows nothing of shells or of JSON. */
@NullMarked
package dev.sandshell.concurrent;

import org.jspecify.annotations.NullMarked;
