package dev.sandshell.intellij.core.server;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What has failed, without what futures wrap around it. */
public final class Failures {
    private Failures() {}

    public static Throwable causeOf(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** What to tell a person. */
    public static String messageOf(Throwable failure) {
        Throwable cause = causeOf(failure);
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.toString() : message;
    }
}
