package dev.sandshell.app;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Keeps stdout for the protocol: takes the real stream and lets {@code System.out} lead to stderr from then on, so that
 * a stray print of any library cannot break a frame. Called once, before anything else is loaded.
 */
final class StdioGuard {
    private final InputStream stdin;
    private final OutputStream stdout;
    private final OutputStream stderr;

    /** Streams that are somebody else's concern. */
    StdioGuard(InputStream stdin, OutputStream stdout, OutputStream stderr) {
        this.stdin = stdin;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    static StdioGuard take() {
        StdioGuard guard = new StdioGuard(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        System.setOut(System.err);
        return guard;
    }

    /** The real standard output, unbuffered. */
    OutputStream stdout() {
        return stdout;
    }

    InputStream stdin() {
        return stdin;
    }

    /** Standard error, unbuffered. */
    OutputStream stderr() {
        return stderr;
    }
}
