package dev.sandshell.shell;

import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.Processes;

/** Tells once when a process that need not be our child has ended. Confined to the event loop. */
final class JobWatch {
    private JobWatch() {}

    static void watch(EventLoop loop, int pid, Runnable ended) throws PosixException {
        Descriptor handle = Processes.watch(pid);
        loop.watch(handle, canGoOn -> {
            if (handle.isOpen()) {
                loop.unwatch(handle);
                handle.close();
                ended.run();
            }
        });
    }
}
