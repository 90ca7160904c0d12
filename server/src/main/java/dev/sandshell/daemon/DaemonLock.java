package dev.sandshell.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A lock that its holder cannot forget: the kernel takes it back when the process ends, however that ends. The file says
 * who holds it. Any thread may call.
 */
public final class DaemonLock implements AutoCloseable {
    private final FileChannel file;

    private DaemonLock(FileChannel file) {
        this.file = file;
    }

    /** Takes it, and leaves the process id there; empty where somebody else has it. */
    public static Optional<DaemonLock> tryTake(Path path) throws IOException {
        FileChannel file = open(path);
        try {
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
                return Optional.empty();
            }
            return Optional.of(new DaemonLock(file).signed());
        } catch (OverlappingFileLockException inThisProcess) {
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Takes it once whoever has it lets go. */
    static DaemonLock take(Path path) throws IOException {
        FileChannel file = open(path);
        try {
            file.lock();
            return new DaemonLock(file).signed();
        } catch (IOException | OverlappingFileLockException e) {
            file.close();
            throw e;
        }
    }

    /** The process that has it; empty where none has. */
    public static OptionalLong holder(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return OptionalLong.empty();
        }
        if (isFree(path)) {
            return OptionalLong.empty();
        }
        String text = Files.readString(path).strip();
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notYetSigned) {
            return OptionalLong.empty();
        }
    }

    /** Asked by a lock that others who ask can have at the same time, and that signs nothing: nobody is taken for a holder. */
    private static boolean isFree(Path path) throws IOException {
        try (FileChannel file = open(path)) {
            return file.tryLock(0, Long.MAX_VALUE, true) != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private DaemonLock signed() throws IOException {
        String text = ProcessHandle.current().pid() + "\n";
        file.truncate(0);
        file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
        return this;
    }

    /** Lets go. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
