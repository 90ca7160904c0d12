package dev.sandshell.posix;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code /proc} tells about processes; see proc(5). Any thread may call; a full listing reads one file a process,
 * so it does not belong on the event loop.
 */
public final class ProcessTable {
    private static final Path PROC = Path.of("/proc");

    private ProcessTable() {}

    /**
     * One line of the table.
     *
     * @param state R, S, D, Z (ended, not yet collected), T (stopped), …
     * @param foregroundGroup the process group that its terminal serves, or -1
     * @param startTicks when it began, in ticks since boot: with the id, this names a process for good
     */
    public record Entry(
            int pid,
            char state,
            int parent,
            int group,
            int session,
            int terminal,
            int foregroundGroup,
            long startTicks) {
        /** Whether it has ended and only waits to be collected. */
        public boolean isZombie() {
            return state == 'Z' || state == 'X';
        }
    }

    public static Optional<Entry> entry(int pid) {
        return read(PROC.resolve(pid + "/stat"));
    }

    private static Optional<Entry> read(Path stat) {
        try {
            return parse(Files.readString(stat, StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /**
     * The processes that the first thread of a process is the parent of, in one line: that is who gets the orphans. Costs
     * one file; empty where the kernel does not tell.
     */
    public static String adoptedBy(int pid) {
        return childrenOf(pid, Integer.toString(pid));
    }

    private static String childrenOf(int pid, String thread) {
        try {
            return Files.readString(PROC.resolve(pid + "/task/" + thread + "/children"), StandardCharsets.ISO_8859_1);
        } catch (IOException untold) {
            return "";
        }
    }

    /** The children of a process, whichever of its threads began them; none where the kernel does not tell. */
    public static List<Integer> children(int pid) {
        List<Integer> children = new ArrayList<>();
        for (int thread : threads(pid)) {
            for (String child : childrenOf(pid, Integer.toString(thread)).split(" ", -1)) {
                if (!child.isEmpty()) {
                    children.add(Integer.valueOf(child));
                }
            }
        }
        return children;
    }

    /** The threads of a process; none where it is gone. */
    public static List<Integer> threads(int pid) {
        String[] names = PROC.resolve(pid + "/task").toFile().list();
        return names == null
                ? List.of()
                : Arrays.stream(names).map(Integer::valueOf).toList();
    }

    /** The line of one thread; what belongs to the process as a whole is the same in all. */
    public static Optional<Entry> thread(int pid, int thread) {
        return read(PROC.resolve(pid + "/task/" + thread + "/stat"));
    }

    /** Every process that can be seen. */
    public static List<Entry> all() {
        String[] names = PROC.toFile().list();
        List<Entry> entries = new ArrayList<>();
        if (names != null) {
            for (String name : names) {
                if (Character.isDigit(name.charAt(0))) {
                    entry(Integer.parseInt(name)).ifPresent(entries::add);
                }
            }
        }
        return entries;
    }

    /** What the open descriptors of a process lead to; empty where it is gone or not ours to look at. */
    public static Set<String> openFiles(int pid) {
        Set<String> targets = new TreeSet<>();
        File folder = PROC.resolve(pid + "/fd").toFile();
        String[] numbers = folder.list();
        if (numbers != null) {
            for (String number : numbers) {
                openFile(pid, number).ifPresent(targets::add);
            }
        }
        return targets;
    }

    /** What one descriptor of a process leads to. */
    public static Optional<String> openFile(int pid, String number) {
        try {
            return Optional.of(
                    Files.readSymbolicLink(PROC.resolve(pid + "/fd/" + number)).toString());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** What a process was started with, or rather the program that it is now, NUL-terminated; empty where it is gone. */
    public static String commandLine(int pid) {
        try {
            return Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    /**
     * What signals are to a process, as sets of numbers: signal 1 is the lowest bit.
     *
     * @param pending sent, and blocked until it takes them
     * @param ignored without an effect
     * @param caught told to a function of its own; what is neither ends or stops it, or is nothing to anybody
     */
    public record Signals(long pending, long ignored, long caught) {
        public boolean isPending(Signal signal) {
            return has(pending, signal);
        }

        public boolean isIgnored(Signal signal) {
            return has(ignored, signal);
        }

        public boolean isCaught(Signal signal) {
            return has(caught, signal);
        }

        private static boolean has(long set, Signal signal) {
            return (set >>> (signal.number() - 1) & 1) == 1;
        }
    }

    /** What signals are to a process, but for those that one of its threads alone is sent; empty where it is gone. */
    public static Optional<Signals> signals(int pid) {
        try {
            String status = Files.readString(PROC.resolve(pid + "/status"), StandardCharsets.ISO_8859_1);
            return Optional.of(new Signals(
                    signalSet(status, "\nShdPnd:\t"),
                    signalSet(status, "\nSigIgn:\t"),
                    signalSet(status, "\nSigCgt:\t")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static long signalSet(String status, String name) {
        int begin = status.indexOf(name) + name.length();
        int end = status.indexOf('\n', begin);
        return begin < name.length() || end < begin ? 0 : Long.parseUnsignedLong(status.substring(begin, end), 16);
    }

    /**
     * Whether a process that sleeps does so until another process ends or says something, as far as the kernel tells; it
     * may as well be waiting for a key then.
     */
    public static boolean waitsForOthers(int pid) {
        try {
            String where = Files.readString(PROC.resolve(pid + "/wchan"), StandardCharsets.ISO_8859_1);
            return where.startsWith("do_wait") || where.contains("pipe");
        } catch (IOException gone) {
            return false;
        }
    }

    /** Ticks since boot, comparable to {@link Entry#startTicks()}. */
    public static long ticksNow() {
        NativeBuffer time = Scratch.ints();
        if (Libc.clock_gettime(Libc.CLOCK_BOOTTIME, time.address()) != 0) {
            return 0;
        }
        // USER_HZ is 100 on every architecture that Java runs on.
        return time.bytes().getLong(0) * 100 + time.bytes().getLong(8) / 10_000_000;
    }

    /** Reads the text of a {@code stat} file; empty where it is cut short. */
    static Optional<Entry> parse(String stat) {
        // The second field is the command's name in parentheses and may itself hold spaces and parentheses.
        int open = stat.indexOf('(');
        int close = stat.lastIndexOf(')');
        if (open < 1 || close < open || stat.length() < close + 2) {
            return Optional.empty();
        }
        String[] rest = stat.substring(close + 2).split(" ", 21);
        if (rest.length < 20) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                Integer.parseInt(stat.substring(0, open - 1)),
                rest[0].charAt(0),
                Integer.parseInt(rest[1]),
                Integer.parseInt(rest[2]),
                Integer.parseInt(rest[3]),
                Integer.parseInt(rest[4]),
                Integer.parseInt(rest[5]),
                Long.parseLong(rest[19])));
    }
}
