package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.pty4j.WinSize;
import com.pty4j.unix.Pty;
import com.pty4j.unix.PtyHelpers;
import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.NativeBuffer;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.ProcessExit;
import dev.sandshell.posix.Processes;
import dev.sandshell.posix.Signal;
import dev.sandshell.posix.SignalMask;
import dev.sandshell.posix.Spawn;
import dev.sandshell.session.TerminalSize;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One process on a terminal of its own, as leader of a session of its own.
 *
 * <p>{@link #spawn} may take milliseconds, so it belongs on a worker; everything else is confined to the event
 * loop. Its end is seen through a handle of the process, with no thread that waits for it; its status is read here and
 * nowhere else, so that a signal is told from an exit code.
 */
final class ShellProcess implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ShellProcess.class.getName());
    private static final ThreadLocal<NativeBuffer> DISCARDED =
            ThreadLocal.withInitial(() -> NativeBuffer.allocate(16 * 1024));

    /** The shells of this process that are still to be collected here. */
    private static final Set<Integer> KNOWN = ConcurrentHashMap.newKeySet();

    private final int pid;
    private final Pty pty;
    private final Descriptor terminal;
    private final Descriptor handle;
    private boolean isEnded;

    private ShellProcess(int pid, Pty pty, Descriptor handle) {
        this.pid = pid;
        this.pty = pty;
        this.terminal = Descriptor.adopt(pty.getMasterFD()).nonBlocking();
        this.handle = handle;
    }

    /** How a shell is started. */
    enum Start {
        /** Without a copy of this process; where the C library can. */
        SPAWN,

        /** As the terminal library does it, by a fork. */
        FORK;

        static Start best() {
            return Spawn.isAvailable() ? SPAWN : FORK;
        }
    }

    /**
     * Starts a shell that reads its input from a FIFO; what it says by itself (prompts, "[1]+ Done") goes nowhere.
     *
     * @param command its path and its arguments
     */
    static ShellProcess spawn(
            Start start,
            List<String> command,
            Map<String, String> environment,
            String cwd,
            TerminalSize size,
            String input)
            throws IOException {
        List<String> variables = environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
        Pty pty = new Pty();
        int pid = -1;
        try {
            pty.setWindowSize(new WinSize(size.cols(), size.rows()), null);
            pid = start == Start.SPAWN
                    ? Spawn.onTerminal(command, variables, cwd, pty.getSlaveName(), input)
                    : fork(command, variables, cwd, pty, input);
            KNOWN.add(pid);
            return new ShellProcess(pid, pty, Processes.watch(pid));
        } catch (IOException | RuntimeException e) {
            if (pid > 0) {
                Processes.signal(pid, Signal.SIGKILL);
            }
            pty.close();
            throw e;
        }
    }

    private static int fork(List<String> command, List<String> variables, String cwd, Pty pty, String input)
            throws IOException {
        // It only knows the terminal; so this goes through a "sh", which opens the FIFO and becomes the shell.
        List<String> redirected = ImmutableList.<String>builder()
                .add("/bin/sh", "-c", "exec \"$@\" <\"$0\" 2>/dev/null", input)
                .addAll(command)
                .build();
        SignalMask mask = SignalMask.unblockAll();
        try {
            int pid = PtyHelpers.execPty(
                    redirected.get(0),
                    redirected.toArray(String[]::new),
                    variables.toArray(String[]::new),
                    cwd,
                    pty.getSlaveName(),
                    pty.getMasterFD(),
                    null,
                    -1,
                    false);
            if (pid <= 0) {
                throw new IOException("the system could not start another process");
            }
            return pid;
        } finally {
            mask.close();
        }
    }

    static boolean isKnown(int pid) {
        return KNOWN.contains(pid);
    }

    int pid() {
        return pid;
    }

    boolean isEnded() {
        return isEnded;
    }

    /** Begins to serve its terminal, and tells once how it ended. */
    void watch(EventLoop loop, Consumer<ProcessExit> ended) throws PosixException {
        loop.watch(terminal, canGoOn -> drainTerminal());
        loop.watch(handle, canGoOn -> {
            Optional<ProcessExit> exit = isEnded ? Optional.empty() : Processes.reap(pid);
            if (exit.isPresent()) {
                isEnded = true;
                KNOWN.remove(pid);
                loop.unwatch(handle);
                loop.unwatch(terminal);
                close();
                ended.accept(exit.get());
            }
        });
    }

    /** Lets go of a process that has been killed, if its end has not been seen yet. */
    void release(EventLoop loop) {
        if (!isEnded) {
            isEnded = true;
            Processes.reap(pid);
            KNOWN.remove(pid);
            loop.unwatch(handle);
            loop.unwatch(terminal);
            close();
        }
    }

    /** Nobody is attached to it, so what its prompt and its jobs say there has no reader; a full terminal would stall it. */
    private void drainTerminal() {
        NativeBuffer discarded = DISCARDED.get();
        int count;
        do {
            discarded.bytes().clear();
            count = terminal.read(discarded);
        } while (count > 0);
    }

    @Override
    public void close() {
        handle.close();
        try {
            pty.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a terminal could not be closed", e);
        }
    }
}
