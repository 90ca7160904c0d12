package dev.sandshell.shell;

import dev.sandshell.posix.PosixException;

/** Where the output of one command after the other comes from. Confined to the event loop. */
interface CommandStream {
    /** Where the bytes go. */
    interface Sink {
        /** The array is used again after the call. */
        void bytes(byte[] bytes, int length);

        /** All that was written before the shell's report has been delivered. */
        void settled();

        /** Nothing can come any more; told after {@link #settled}. */
        void ended();
    }

    /** Serves the next command. */
    void begin(Sink sink) throws PosixException;

    /** The shell has reported: what is there now is all that its own processes wrote. */
    void settle();

    /** The command will not run, or is given up: nothing more is told. */
    default void abandon() {}

    /** Stops or resumes reading; a command that nobody reads waits. */
    void setReading(boolean isReading);
}
