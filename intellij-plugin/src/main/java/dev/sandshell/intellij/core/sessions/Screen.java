package dev.sandshell.intellij.core.sessions;

/**
 * Where a session's events are shown; it says when it has taken their output. Called on the thread of {@link Sessions}, so
 * it must not wait for the UI.
 */
@FunctionalInterface
public interface Screen {
    /**
     * What comes next are the session's events from a number on, in their order. Some of them may have been shown.
     *
     * @param firstSeq the first that comes; where it is further back than what was shown, the numbers are those of another
     *     server
     * @param pastSeq up to this one, all have been before
     */
    default void begin(long firstSeq, long pastSeq) {}

    void show(SessionEvent event);
}
