package dev.sandshell.intellij.core.sessions;

/** Where a session's events are shown; it says when it has taken their output. */
@FunctionalInterface
public interface Screen {
    /** Called on the thread of {@link Sessions}, so it must not wait for the UI. */
    void show(SessionEvent event);
}
