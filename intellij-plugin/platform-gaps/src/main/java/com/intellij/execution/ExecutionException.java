package com.intellij.execution;

/** Something could not be run; the message is for a person. */
public class ExecutionException extends Exception {
    private static final long serialVersionUID = 1;

    public ExecutionException(String message) {
        super(message);
    }

    public ExecutionException(Throwable cause) {
        super(cause);
    }

    public ExecutionException(String message, Throwable cause) {
        super(message, cause);
    }
}
