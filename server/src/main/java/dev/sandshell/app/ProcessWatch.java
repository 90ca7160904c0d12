package dev.sandshell.app;

import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.Processes;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Waits for the end of a process that is not a child of ours. Confined to the event loop. */
final class ProcessWatch {
    private static final Logger LOG = Logger.getLogger(ProcessWatch.class.getName());

    private final EventLoop loop;
    private final int pid;
    private final Runnable whenEnded;
    private @Nullable Descriptor handle;

    ProcessWatch(EventLoop loop, int pid, Runnable whenEnded) {
        this.loop = loop;
        this.pid = pid;
        this.whenEnded = whenEnded;
    }

    void begin() {
        try {
            Descriptor opened = Processes.watch(pid);
            handle = opened;
            loop.watch(opened, canGoOn -> {
                end();
                whenEnded.run();
            });
        } catch (PosixException e) {
            end();
            if (!Processes.isAlive(pid)) {
                whenEnded.run();
            } else {
                LOG.log(Level.WARNING, "process " + pid + " cannot be watched", e);
            }
        }
    }

    /** Waits no more. Twice is harmless. */
    void end() {
        Descriptor held = handle;
        if (held != null) {
            handle = null;
            loop.unwatch(held);
            held.close();
        }
    }
}
