package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.pty4j.unix.PtyHelpers;
import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
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
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One process on a terminal of its own, as leader of a session of its own.
 *
 * <p>{@link #spawn} may take milliseconds, so it belongs on a worker; everything else is confined to the event
 * loop. Its end is seen through a handle of the process, with no thread that waits for it; its status is read here and
 * nowhere else, so that a signal is told from an exit code.
 */
final class ShellProcess implements AutoCloseable {
    /** The shells of this process that are still to be collected here. */
    private static final Set<Integer> KNOWN = ConcurrentHashMap.newKeySet();

    /** Shared by those who start shells, so that one can wait until all that were being started are known. */
    private static final ReadWriteLock STARTING = new ReentrantReadWriteLock();

    private final int pid;
    private final Terminal terminal;
    private final Descriptor handle;
    private boolean isEnded;

    private ShellProcess(int pid, Terminal terminal, Descriptor handle) {
        this.pid = pid;
        this.terminal = terminal;
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
     * Starts a shell.
     *
     * @param command its path and its arguments
     * @param input a FIFO that it reads its input from; what it says by itself on its standard error (prompts,
     *     "[1]+ Done") goes nowhere then. Where there is none, it has its terminal for all three
     */
    static ShellProcess spawn(
            Start start,
            List<String> command,
            Map<String, String> environment,
            String cwd,
            TerminalSize size,
            @Nullable String input)
            throws IOException {
        List<String> variables = environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
        Terminal terminal = Terminal.open(size);
        int pid = -1;
        STARTING.readLock().lock();
        try {
            pid = start == Start.SPAWN
                    ? Spawn.onTerminal(command, variables, cwd, terminal.path(), input)
                    : fork(command, variables, cwd, terminal, input);
            KNOWN.add(pid);
            return new ShellProcess(pid, terminal, Processes.watch(pid));
        } catch (IOException | RuntimeException e) {
            if (pid > 0) {
                Processes.signal(pid, Signal.SIGKILL);
            }
            KNOWN.remove(pid);
            terminal.close();
            throw e;
        } finally {
            STARTING.readLock().unlock();
        }
    }

    private static int fork(
            List<String> command, List<String> variables, String cwd, Terminal terminal, @Nullable String input)
            throws IOException {
        // It only knows the terminal; so this goes through a "sh", which opens the FIFO and becomes the shell.
        List<String> redirected = input == null
                ? command
                : ImmutableList.<String>builder()
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
                    terminal.path(),
                    terminal.masterNumber(),
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

    /**
     * The shells of all sessions, with every one that a picture of the processes can show which was taken before the call.
     * It waits for those that are being started, so it is for workers: a newborn one holds files of ours until it becomes
     * the shell, and must not be taken for what another session has left behind.
     */
    static Set<Integer> known() {
        STARTING.writeLock().lock();
        try {
            return Set.copyOf(KNOWN);
        } finally {
            STARTING.writeLock().unlock();
        }
    }

    int pid() {
        return pid;
    }

    boolean isEnded() {
        return isEnded;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Tells once how it ended, after all that its terminal has to show. */
    void watch(EventLoop loop, Consumer<ProcessExit> ended) throws PosixException {
        loop.watch(handle, canGoOn -> {
            Optional<ProcessExit> exit = isEnded ? Optional.empty() : Processes.reap(pid);
            if (exit.isPresent()) {
                isEnded = true;
                KNOWN.remove(pid);
                loop.unwatch(handle);
                terminal.readRest();
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
            close();
        }
    }

    @Override
    public void close() {
        handle.close();
        terminal.close();
    }
}
