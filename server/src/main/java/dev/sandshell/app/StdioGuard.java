package dev.sandshell.app;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Keeps stdout for the protocol: takes the real stream and lets {@code System.out} lead to stderr from then on, so that
 * a stray print of any library cannot break a frame. Called once, before anything else is loaded.
 */
final class StdioGuard {
    private final OutputStream stdout = new FileOutputStream(FileDescriptor.out);
    private final InputStream stdin = new FileInputStream(FileDescriptor.in);
    private final PrintStream stderr = System.err;

    static StdioGuard take() {
        StdioGuard guard = new StdioGuard();
        System.setOut(guard.stderr);
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
