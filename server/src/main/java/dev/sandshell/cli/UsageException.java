package dev.sandshell.cli;

/** A command line that says nothing we could do. Its message is for the person who wrote it. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
