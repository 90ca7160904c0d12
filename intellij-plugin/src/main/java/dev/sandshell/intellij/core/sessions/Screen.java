package dev.sandshell.intellij.core.sessions;

/**
 * Where a session's events are shown; it says when it has taken their output. Called on the thread of {@link Sessions}, so
 * it must not wait for the UI.
 */
@FunctionalInterface
public interface Screen {
    /**
     * What comes next are the session's events in their order; some of them may have been shown.
     *
     * @param pastSeq up to this number, all have been before
     * @param isAnother the session is another server's, and its numbers begin anew
     */
    default void begin(long pastSeq, boolean isAnother) {}

    void show(SessionEvent event);
}
