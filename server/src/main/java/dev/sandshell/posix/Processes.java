package dev.sandshell.posix;

import java.util.Optional;

/** Signals, child status and handles of processes. Any thread may call. */
public final class Processes {
    private static final int NICE = 10;

    private Processes() {}

    /** Sends a signal to one process; a process that is gone is no error. */
    public static boolean signal(int pid, Signal signal) {
        // 0 and negative numbers would address whole groups, our own among them.
        return pid > 0 && Libc.kill(pid, signal.number()) == 0;
    }

    /** Sends a signal to every process of a group. */
    public static boolean signalGroup(int group, Signal signal) {
        return group > 1 && Libc.kill(-group, signal.number()) == 0;
    }

    /**
     * Lets other threads go before the calling one, for good: on Linux a thread has a nice value of its own, see
     * setpriority(2). Where that is not allowed, nothing changes.
     */
    public static void standBack() {
        Libc.setpriority(0, 0, NICE);
    }

    public static boolean isAlive(int pid) {
        return pid > 0 && (Libc.kill(pid, 0) == 0 || Libc.errno() == Libc.EPERM);
    }

    /** Collects the status of a child of ours that has ended; empty while it runs. */
    public static Optional<ProcessExit> reap(int child) {
        NativeBuffer status = Scratch.ints();
        int pid;
        do {
            pid = Libc.waitpid(child, status.address(), Libc.WNOHANG);
        } while (pid < 0 && Libc.errno() == Libc.EINTR);
        if (pid == 0) {
            return Optional.empty();
        }
        return Optional.of(
                pid < 0
                        ? ProcessExit.unknown()
                        : ProcessExit.ofWaitStatus(status.bytes().getInt(0)));
    }

    /** A descriptor that becomes readable when the process ends; see pidfd_open(2). */
    public static Descriptor watch(int pid) throws PosixException {
        long fd = Libc.syscall(Libc.SYS_PIDFD_OPEN, pid, 0);
        if (fd < 0) {
            throw PosixException.last("pidfd_open " + pid);
        }
        return Descriptor.adopt((int) fd);
    }

    /**
     * Makes this process the parent of every descendant whose own parent ends, so that a program that detaches itself
     * can still be found; see prctl(2).
     */
    public static void adoptOrphans() {
        Libc.prctl(Libc.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    }

    /** Whether a child has ended and waits to be collected. */
    public static boolean hasEndedChild() {
        NativeBuffer info = Scratch.signalInfo();
        info.bytes().putLong(0, 0).putLong(16, 0);
        int options = Libc.WNOHANG | Libc.WEXITED | Libc.WNOWAIT;
        return Libc.waitid(Libc.P_ALL, 0, info.address(), options) == 0
                && info.bytes().getInt(0) != 0;
    }

    /**
     * Leaves the terminal and the process group that this process was started in, so that no Ctrl-C there and no hang-up
     * reaches it; see setsid(2). A leader of a process group, which a shell's job is, stays where it is.
     */
    public static void leaveTerminal() {
        Libc.setsid();
    }

    public static int userId() {
        return Libc.getuid();
    }
}
