package dev.sandshell.intellij.core.server;

/** Told of the server's coming and going, on the supervisor's thread. */
public interface ServerListener {
    /** There is a connection on which nothing has been said yet: who wants to hear from it says so now. */
    default void connecting(SandboxConnection connection) {}

    /** The server has answered; told before anybody else gets the connection. */
    default void opened(Opened opened) {}

    /**
     * A connection is gone.
     *
     * @param isFinal no other is made before somebody asks for it
     */
    default void lost(String reason, boolean isFinal) {}
}
