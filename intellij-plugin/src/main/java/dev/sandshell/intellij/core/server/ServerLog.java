package dev.sandshell.intellij.core.server;

/** Told of the server's life, for whoever keeps a log. Any thread of ours may call. */
public interface ServerLog {
    void info(String line);

    void warn(String line);

    /** A line that the server itself has logged. */
    void server(String line);
}
