package dev.sandshell.rpc;

/** Takes bytes for the client at once or not at all. One thread at a time; a call never waits. */
@FunctionalInterface
public interface PromptOutput {
    /**
     * Writes the beginning of the array.
     *
     * @return how many of the first {@code length} bytes were taken, which may be none
     */
    int write(byte[] bytes, int length);
}
