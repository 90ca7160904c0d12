package dev.sandshell.intellij.core.sessions;

/** Told of the sessions, on the thread of {@link Sessions}; it must not wait for the UI. */
public interface SessionsListener {
    /** A session is another now; one that is over is {@link SessionView#isTerminated terminated}. */
    default void changed(SessionView view) {}

    /** Told of every event of every session, once. */
    default void happened(Happening happening) {}

    /** All that was known has been asked for anew, since the connection is another. */
    default void listed() {}

    /**
     * The server is gone; what is known of the sessions stays.
     *
     * @param isFinal no other is started before somebody asks for it
     */
    default void lost(String reason, boolean isFinal) {}
}
