package dev.sandshell.shell;

import dev.sandshell.posix.PosixException;
import java.nio.charset.StandardCharsets;

/**
 * One-line scripts that return a status, shared by all sessions of a server: sourced before a command, one makes
 * {@code $?} what the command before left, without a process. Made as they are needed. Confined to the event loop.
 */
final class StatusFiles {
    private final RuntimeFolder folder;
    private final boolean[] isMade = new boolean[256];

    StatusFiles(RuntimeFolder folder) {
        this.folder = folder;
    }

    String file(int status) throws PosixException {
        int code = status & 0xff;
        String file = folder.path() + "/status" + code;
        if (!isMade[code]) {
            SessionFolder.writeFile(file, ("return " + code + "\n").getBytes(StandardCharsets.US_ASCII));
            isMade[code] = true;
        }
        return file;
    }
}
