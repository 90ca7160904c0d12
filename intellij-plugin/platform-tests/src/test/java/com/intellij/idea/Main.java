package com.intellij.idea;

/** Where the platform brings what has failed on its UI thread before it exits; here that fails the test instead. */
@SuppressWarnings("DoNotCallSuggester") // The platform does.
public final class Main {
    private Main() {}

    public static void showMessage(String title, Throwable failure) {
        throw new AssertionError(title, failure);
    }

    public static void showMessage(String title, String message, boolean isError) {
        throw new AssertionError(title + ": " + message);
    }
}
