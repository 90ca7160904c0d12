package dev.sandshell.posix;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.ByteArrayOutputStream;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts a program on a terminal, by posix_spawn(3): a fork would copy the page tables of a JVM, and both sides would pay
 * for each page that is written afterwards, which is ten times the cost of the program's own start. Any thread may call;
 * a call takes about a millisecond.
 */
public final class Spawn {
    private static final boolean IS_AVAILABLE =
            isThere("posix_spawn", "posix_spawn_file_actions_addchdir_np", "posix_spawn_file_actions_addclosefrom_np");

    /** From spawn.h. */
    private static final short SETSIGDEF = 0x04;

    private static final short SETSIGMASK = 0x08;
    private static final short SETSID = 0x80;

    /** More than any C library needs for either. */
    private static final int ATTRIBUTES = 1024;

    private static final int FILE_ACTIONS = 1024;

    /** The C functions; apart, since not every C library has them all. */
    private static final class Calls {
        static {
            Native.register(Calls.class, "c");
        }

        static native int posix_spawn(long pid, String path, long actions, long attributes, long argv, long envp);

        static native int posix_spawnattr_init(long attributes);

        static native int posix_spawnattr_destroy(long attributes);

        static native int posix_spawnattr_setflags(long attributes, short flags);

        static native int posix_spawnattr_setsigmask(long attributes, long set);

        static native int posix_spawnattr_setsigdefault(long attributes, long set);

        static native int posix_spawn_file_actions_init(long actions);

        static native int posix_spawn_file_actions_destroy(long actions);

        static native int posix_spawn_file_actions_addopen(long actions, int fd, String path, int flags, int mode);

        static native int posix_spawn_file_actions_addchdir_np(long actions, String path);

        static native int posix_spawn_file_actions_addclosefrom_np(long actions, int from);
    }

    private Spawn() {}

    /** Whether this C library can: glibc from 2.34 on. */
    public static boolean isAvailable() {
        return IS_AVAILABLE;
    }

    private static boolean isThere(String... functions) {
        NativeLibrary library = NativeLibrary.getInstance("c");
        try {
            Stream.of(functions).forEach(library::getFunction);
            return true;
        } catch (UnsatisfiedLinkError missing) {
            return false;
        }
    }

    /**
     * Starts a program as the leader of a session of its own. It has the terminal for its standard output and for its
     * controlling terminal, no other descriptor and no signal blocked or ignored.
     *
     * @param command the program's path and its arguments, the first of which is its name
     * @param environment {@code NAME=VALUE} each
     * @param stdin opened for its standard input; its standard error goes nowhere then. Where there is none, it has the
     *     terminal for both
     * @return its process id
     * @throws PosixException where the program could not be started, with why
     */
    public static int onTerminal(
            List<String> command, List<String> environment, String folder, String terminal, @Nullable String stdin)
            throws PosixException {
        NativeBuffer attributes = NativeBuffer.allocate(ATTRIBUTES);
        NativeBuffer actions = NativeBuffer.allocate(FILE_ACTIONS);
        NativeBuffer arguments = vector(command);
        NativeBuffer variables = vector(environment);
        Calls.posix_spawnattr_init(attributes.address());
        Calls.posix_spawn_file_actions_init(actions.address());
        try {
            Calls.posix_spawnattr_setflags(attributes.address(), (short) (SETSID | SETSIGMASK | SETSIGDEF));
            Calls.posix_spawnattr_setsigmask(attributes.address(), SignalMask.NONE.address());
            Calls.posix_spawnattr_setsigdefault(attributes.address(), SignalMask.ALL.address());
            check(Calls.posix_spawn_file_actions_addchdir_np(actions.address(), folder));
            // The first terminal that the leader of a session opens becomes its controlling one.
            check(Calls.posix_spawn_file_actions_addopen(actions.address(), 1, terminal, Libc.O_RDWR, 0));
            check(Calls.posix_spawn_file_actions_addopen(
                    actions.address(),
                    0,
                    stdin == null ? terminal : stdin,
                    stdin == null ? Libc.O_RDWR : Libc.O_RDONLY,
                    0));
            String stderr = stdin == null ? terminal : "/dev/null";
            check(Calls.posix_spawn_file_actions_addopen(actions.address(), 2, stderr, Libc.O_RDWR, 0));
            check(Calls.posix_spawn_file_actions_addclosefrom_np(actions.address(), 3));
            NativeBuffer pid = Scratch.ints();
            check(Calls.posix_spawn(
                    pid.address(),
                    command.get(0),
                    actions.address(),
                    attributes.address(),
                    arguments.address(),
                    variables.address()));
            return pid.bytes().getInt(0);
        } finally {
            Calls.posix_spawn_file_actions_destroy(actions.address());
            Calls.posix_spawnattr_destroy(attributes.address());
            // Their memory goes with them, also in the midst of a call that only knows the addresses.
            Reference.reachabilityFence(arguments);
            Reference.reachabilityFence(variables);
        }
    }

    private static void check(int error) throws PosixException {
        if (error != 0) {
            throw new PosixException("posix_spawn", error);
        }
    }

    /** A null-terminated array of pointers to strings, which follow it. */
    private static NativeBuffer vector(List<String> strings) {
        int[] offsets = new int[strings.size()];
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        int table = (strings.size() + 1) * Long.BYTES;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = table + encoded.size();
            encoded.writeBytes(strings.get(i).getBytes(StandardCharsets.UTF_8));
            encoded.write(0);
        }
        NativeBuffer vector = NativeBuffer.allocate(table + encoded.size());
        ByteBuffer bytes = vector.bytes();
        for (int offset : offsets) {
            bytes.putLong(vector.address() + offset);
        }
        bytes.putLong(0).put(encoded.toByteArray());
        return vector;
    }
}
