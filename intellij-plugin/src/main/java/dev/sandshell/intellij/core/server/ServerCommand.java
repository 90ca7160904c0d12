package dev.sandshell.intellij.core.server;

import java.io.IOException;

/** What starts the server; fails where that cannot be known, such as without Java. */
@FunctionalInterface
public interface ServerCommand {
    /** Asked on the supervisor's thread before each start, so it may look at settings and at the disk. */
    ProcessBuilder prepare() throws IOException, InterruptedException;
}
