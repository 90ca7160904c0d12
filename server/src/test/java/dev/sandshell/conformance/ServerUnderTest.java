package dev.sandshell.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A server that knows its client only by two byte streams, in whatever process it runs. */
interface ServerUnderTest extends AutoCloseable {
    OutputStream input();

    InputStream output();

    /** Waits until it has ended. */
    int exitCode(Deadline deadline) throws InterruptedException;

    /** Whether it lives, or how it ended; for the message of a failure. */
    String status();

    /** What it said beside the protocol so far. */
    String stderr();

    /** Ends it the hard way if it has not ended yet. Twice is harmless. */
    @Override
    void close() throws IOException;
}
