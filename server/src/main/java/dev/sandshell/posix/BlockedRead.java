package dev.sandshell.posix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A thread that sits in a read of one of its descriptors, as the kernel tells in {@code /proc/PID/task/TID/syscall}; see
 * proc(5). Immutable. Any thread may call; each look reads one small file.
 *
 * <p>Only a read says what a thread waits for. A poll, whichever of its kinds, may be for a time to pass, for another
 * descriptor or for nothing at all. Nothing is found where the kernel does not tell us, as of a program that runs as
 * another user, or on an architecture whose numbers are not known here.
 *
 * @param descriptor the number of the descriptor in its process
 * @param call the kernel's line: number, arguments, stack and place in the code
 */
public record BlockedRead(int pid, int thread, int descriptor, String call) {
    /** The numbers of read(2), and of readv(2), which is what musl's stdio reads with. */
    private static final Set<String> READS = readsOf(System.getProperty("os.arch", ""));

    private static Set<String> readsOf(String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> Set.of("0", "19");
            case "aarch64" -> Set.of("63", "65");
            default -> Set.of();
        };
    }

    /** The numbers of select(2) and pselect(2). */
    private static final Set<String> SELECTS = selectsOf(System.getProperty("os.arch", ""));

    private static Set<String> selectsOf(String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> Set.of("23", "270");
            case "aarch64" -> Set.of("72");
            default -> Set.of();
        };
    }

    /**
     * Whether a process of one thread waits for something to read on its standard input, and for nothing else, in the way
     * of readline: it lets the kernel choose from that one descriptor, without a limit of time, before it reads.
     */
    public static boolean isChoosingInput(int pid) {
        return choosesInput(callOf(pid, pid), SELECTS);
    }

    /** Of a select, the number of descriptors, those to read, those to write, the exceptional ones and the limit. */
    static boolean choosesInput(String call, Set<String> selects) {
        String[] words = call.split(" ", 7);
        return words.length == 7
                && selects.contains(words[0])
                && words[1].equals("0x1")
                && !words[2].equals("0x0")
                && words[3].equals("0x0")
                && words[4].equals("0x0")
                && words[5].equals("0x0");
    }

    /** What a thread reads, where that is what it waits for. */
    public static Optional<BlockedRead> of(int pid, int thread) {
        String call = READS.isEmpty() ? "" : callOf(pid, thread);
        // A stopped thread shows the call that it was stopped in; only a sleeping one waits.
        return descriptorRead(call, READS)
                .filter(descriptor -> ProcessTable.thread(pid, thread)
                        .filter(entry -> entry.state() == 'S')
                        .isPresent())
                .map(descriptor -> new BlockedRead(pid, thread, descriptor, call));
    }

    /**
     * Whether it is in this call still. One that returns and is made again in the same place looks the same, but not
     * without input in between, which whoever gives it knows of.
     */
    public boolean goesOn() {
        return callOf(pid, thread).equals(call);
    }

    /** The descriptor that is read in a call, if it is one of those. */
    static Optional<Integer> descriptorRead(String call, Set<String> reads) {
        String[] words = call.split(" ", 3);
        if (words.length < 3 || !reads.contains(words[0]) || !words[1].startsWith("0x")) {
            return Optional.empty();
        }
        try {
            // The upper half of the register has no meaning for an int.
            return Optional.of((int) Long.parseUnsignedLong(words[1].substring(2), 16));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String callOf(int pid, int thread) {
        try {
            return Files.readString(
                    Path.of("/proc/" + pid + "/task/" + thread + "/syscall"), StandardCharsets.ISO_8859_1);
        } catch (IOException untold) {
            return "";
        }
    }
}
