package dev.sandshell.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a server can leave behind: processes, as Linux lists them, and files. Looks anew at each call.
 *
 * @param runtimeFolder where the server was told to keep its files
 * @param mark what stands in the environment of the server and of all that it starts
 */
record Leftovers(Path runtimeFolder, String mark) {
    private static final Path PROC = Path.of("/proc");

    /** Processes that are the server's: by parent, by session, by an open file, by an argument, by their environment. */
    List<Long> processes(Set<Long> shells) {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                long pid = Long.parseLong(entry.getFileName().toString());
                if (pid == ProcessHandle.current().pid()) {
                    if (holdsOurFiles(entry)) {
                        found.add(pid);
                    }
                } else if (isOurs(entry, shells)) {
                    found.add(pid);
                }
            }
        } catch (IOException e) {
            throw new AssertionError("the process table could not be read", e);
        }
        return found;
    }

    private boolean isOurs(Path entry, Set<Long> shells) {
        String stat = text(entry.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        // A process that has ended holds nothing; whether somebody takes note of its end is another question.
        if (fields.length < 4 || fields[0].equals("Z")) {
            return false;
        }
        boolean isChild = Long.parseLong(fields[1]) == ProcessHandle.current().pid();
        return isChild
                || shells.contains(Long.parseLong(fields[3]))
                || text(entry.resolve("cmdline")).contains(runtimeFolder.toString())
                || text(entry.resolve("environ")).contains(mark)
                || holdsOurFiles(entry);
    }

    private boolean holdsOurFiles(Path entry) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(entry.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.readSymbolicLink(descriptor).startsWith(runtimeFolder)) {
                    return true;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // It has ended meanwhile, or is somebody else's.
        }
        return false;
    }

    /** FIFOs and folders of servers; the list of known shells may stay. */
    List<Path> files() {
        try (Stream<Path> all = Files.walk(runtimeFolder, 3)) {
            return all.filter(path -> !path.equals(runtimeFolder)
                            && !runtimeFolder.equals(path.getParent())
                            && (Files.isDirectory(path) || !Files.isRegularFile(path)))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            // Something went while we were looking; whoever asks, asks again.
            return List.of(runtimeFolder);
        }
    }

    /** A process as a message can show it. */
    static String describe(long pid) {
        Path entry = PROC.resolve(Long.toString(pid));
        return pid + " " + text(entry.resolve("stat")).strip() + " | "
                + Visible.line(text(entry.resolve("cmdline")).replace('\0', ' ')) + " | waits in "
                + text(entry.resolve("wchan"));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
