package dev.sandshell.intellij.core.server;

/** How a process has ended. Of one that a signal has ended, the code is 128 and the signal's number. */
public record ProcessEnd(int exitCode) {
    /** {@code exit code 3}. */
    public String words() {
        return "exit code " + exitCode;
    }
}
