package dev.sandshell.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One-line scripts that return a status, shared by all sessions of a server: sourced before a command, one makes
 * {@code $?} what the command before left, without a process. Made as they are needed. Confined to the event loop.
 */
final class StatusFiles {
    private final Path folder;
    private final boolean[] isMade = new boolean[256];

    StatusFiles(Path folder) {
        this.folder = folder;
    }

    String file(int status) {
        int code = status & 0xff;
        Path file = folder.resolve("status" + code);
        if (!isMade[code]) {
            try {
                Files.writeString(file, "return " + code + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            isMade[code] = true;
        }
        return file.toString();
    }
}
