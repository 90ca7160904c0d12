package dev.sandshell.intellij.core.concurrent;

import java.awt.EventQueue;

/**
 * Holds what may wait for something else (a program, the server, another thread) to the rule that the UI thread does not. Every
 * method that waits says so first; a test looks for those that do not.
 */
public final class UiThreadGuard {
    private UiThreadGuard() {}

    /** Where assertions are on, as in tests, the UI thread fails here. */
    public static void mayWait() {
        assert !EventQueue.isDispatchThread() : "this may wait, so it is not for the UI thread";
    }
}
