package dev.sandshell.cli;

import java.io.IOException;
import java.io.OutputStream;

/** What the commands need of the program that they are part of; {@code app} provides it. */
public interface Services {
    String version();

    /** The real standard output, unbuffered; {@code System.out} leads to stderr. */
    OutputStream stdout();

    /** Serves one client; the exit code. */
    int serve(ServeOptions options) throws IOException;
}
