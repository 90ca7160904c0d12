package dev.sandshell.shell;

import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.Fifo;
import dev.sandshell.posix.NativeBuffer;
import dev.sandshell.posix.PosixException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The files of one session: its control and report FIFOs, the slots of its commands, the scripts that are sourced and
 * the state of its shell. Writing is confined to the event loop; the files are small and in memory.
 */
final class SessionFolder {
    private static final int BUFFER = 64 * 1024;
    private static final ThreadLocal<NativeBuffer> BUFFERS =
            ThreadLocal.withInitial(() -> NativeBuffer.allocate(BUFFER));

    private final Path path;

    private SessionFolder(Path path) {
        this.path = path;
    }

    static SessionFolder make(Path parent, long number) throws IOException {
        Path path = parent.resolve(Long.toString(number));
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        SessionFolder folder = new SessionFolder(path);
        try {
            Fifo.make(folder.control());
            Fifo.make(folder.reports());
        } catch (PosixException e) {
            folder.delete();
            throw e;
        }
        return folder;
    }

    Path path() {
        return path;
    }

    String control() {
        return file("control");
    }

    String reports() {
        return file("reports");
    }

    String file(String name) {
        return path + "/" + name;
    }

    /** The calling thread's own, for what it writes here. */
    static NativeBuffer buffer() {
        return BUFFERS.get();
    }

    void write(String name, String text) throws PosixException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) throws PosixException {
        writeFile(file(name), bytes);
    }

    static void writeFile(String path, byte[] bytes) throws PosixException {
        NativeBuffer buffer = BUFFERS.get();
        try (Descriptor file = Descriptor.create(path)) {
            for (int from = 0; from < bytes.length; from += BUFFER) {
                buffer.bytes()
                        .clear()
                        .put(bytes, from, Math.min(BUFFER, bytes.length - from))
                        .flip();
                file.writeFully(buffer);
            }
        }
    }

    /** A small file's text, or nothing where it cannot be read. */
    String read(String name) {
        try {
            return Files.readString(path.resolve(name), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    byte[] readBytes(String name) {
        try {
            return Files.readAllBytes(path.resolve(name));
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** The beginning of a file that somebody else chose the length of, or nothing where it cannot be read. */
    byte[] readBytes(String name, int most) {
        try (InputStream in = Files.newInputStream(path.resolve(name))) {
            return in.readNBytes(most);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    /** Removes a file of ours that may be there. */
    void remove(String file) {
        try {
            Files.deleteIfExists(Path.of(file));
        } catch (IOException e) {
            // Whoever makes it anew is told why that cannot be.
        }
    }

    void delete() {
        RuntimeFolder.deleteTree(path);
    }
}
