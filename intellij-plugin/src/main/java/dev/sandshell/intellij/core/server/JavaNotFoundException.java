package dev.sandshell.intellij.core.server;

import java.io.IOException;

/** There is no Java that would do; the message says what to do. */
public final class JavaNotFoundException extends IOException {
    private static final long serialVersionUID = 1;

    JavaNotFoundException(String message) {
        super(message);
    }
}
