package dev.sandshell.intellij.core.process;

/** Told of a process, on its thread, one after the other. It may wait: then the command does. */
public interface ProcessOwner {
    void printed(String text, boolean isError);

    /** Nothing comes after that. */
    void ended(ProcessExit exit);
}
