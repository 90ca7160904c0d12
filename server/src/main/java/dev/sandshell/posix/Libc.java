package dev.sandshell.posix;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/**
 * The C functions that we call, mapped directly, with the constants of Linux.
 *
 * <p>Addresses travel as {@code long}: that is a third of the cost of a {@code Pointer} on the read path. Any thread may
 * call; {@code errno} is the calling thread's own. Only this package uses it.
 */
final class Libc {
    static final int O_RDONLY = 0;
    static final int O_WRONLY = 1;
    static final int O_RDWR = 2;
    static final int O_CREAT = 0x40;
    static final int O_NOCTTY = 0x100;
    static final int O_TRUNC = 0x200;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int ESRCH = 3;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;
    static final int ENOMEM = 12;
    static final int EACCES = 13;
    static final int ENFILE = 23;
    static final int EMFILE = 24;
    static final int ENOSPC = 28;
    static final int EROFS = 30;
    static final int EPIPE = 32;
    static final int EDQUOT = 122;

    static final int POLLIN = 0x1;
    static final int POLLOUT = 0x4;
    static final int MSG_DONTWAIT = 0x40;
    static final int MSG_NOSIGNAL = 0x4000;

    static final int EPOLLIN = 0x1;
    static final int EPOLLOUT = 0x4;
    static final int EPOLLET = 1 << 31;
    static final int EPOLL_CTL_ADD = 1;
    static final int EPOLL_CTL_DEL = 2;
    static final int EPOLL_CLOEXEC = O_CLOEXEC;

    static final int EFD_NONBLOCK = O_NONBLOCK;
    static final int EFD_CLOEXEC = O_CLOEXEC;

    static final int F_GETFL = 3;
    static final int F_SETFL = 4;
    static final int F_SETPIPE_SZ = 1031;
    static final long FIONREAD = 0x541B;
    static final long TIOCGWINSZ = 0x5413;
    static final long TIOCSWINSZ = 0x5414;
    static final int TCSANOW = 0;

    static final int WNOHANG = 1;
    static final int WEXITED = 4;
    static final int WNOWAIT = 0x01000000;
    static final int P_ALL = 0;

    static final int SIG_UNBLOCK = 1;
    static final int SIG_SETMASK = 2;

    static final int CLOCK_BOOTTIME = 7;

    static final int PR_SET_CHILD_SUBREAPER = 36;

    /** The same number on every architecture, since it was added after the tables were unified. */
    static final long SYS_PIDFD_OPEN = 434;

    static {
        Native.register(Libc.class, "c");
    }

    private Libc() {}

    static native int open(String path, int flags, int mode);

    static native int close(int fd);

    static native long read(int fd, long buffer, long count);

    static native long write(int fd, long buffer, long count);

    static native long pwrite(int fd, long buffer, long count, long offset);

    static native int ftruncate(int fd, long length);

    static native long send(int fd, long buffer, long count, int flags);

    static native int poll(long fds, long count, int timeoutMs);

    static native int mkfifo(String path, int mode);

    static native int epoll_create1(int flags);

    static native int epoll_ctl(int epoll, int operation, int fd, long event);

    static native int epoll_wait(int epoll, long events, int maxEvents, int timeoutMs);

    static native int eventfd(int initial, int flags);

    static native int fcntl(int fd, int command, int argument);

    static native int ioctl(int fd, long request, long argument);

    static native int tcgetattr(int fd, long termios);

    static native int tcsetattr(int fd, int when, long termios);

    static native void cfmakeraw(long termios);

    static native int kill(int pid, int signal);

    static native int waitpid(int pid, long status, int options);

    static native int waitid(int idType, int id, long info, int options);

    static native long syscall(long number, long first, long second);

    static native int prctl(int option, long second, long third, long fourth, long fifth);

    /** On Linux this is the calling thread's mask alone. */
    static native int sigprocmask(int how, long set, long previous);

    static native int clock_gettime(int clock, long time);

    static native int setpriority(int which, int who, int priority);

    static native int getuid();

    static native int setsid();

    static int errno() {
        return Native.getLastError();
    }

    static long address(ByteBuffer direct) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }
}
