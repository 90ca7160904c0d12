package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.concurrent.Registration;

/** A further screen that a session is shown on, until this is closed. Any thread may call. */
public interface Watching extends Registration {
    /** So many bytes of what it has been shown have been taken. */
    void taken(long bytes);
}
