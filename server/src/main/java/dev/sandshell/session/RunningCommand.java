package dev.sandshell.session;

import java.util.function.Consumer;

/** A command that a shell runs, from its start until nothing holds its output. Confined to the session's scheduler. */
public interface RunningCommand {
    /** What a running command tells, on the session's scheduler; {@code closed} is the last. */
    interface Listener {
        /** A background command runs; the shell is free for the next. */
        void started();

        /** Bytes came; the array is the caller's and is used again after the call. */
        void output(StreamName stream, byte[] bytes, int length);

        /**
         * It waits for input, and has got all that was written. Told once a wait: again only after it has had input, has
         * printed, or was seen not to wait.
         *
         * @param isSecret whether what is typed is not shown
         */
        void inputRequired(boolean isSecret);

        /** Nothing can come on this stream any more. */
        void streamEnded(StreamName stream);

        /**
         * The shell has reported that it has finished. What its own processes wrote is still being delivered, which takes
         * as long as a client takes to read it.
         */
        void reported();

        /**
         * The shell reports that it has finished, after all that its own processes wrote.
         *
         * @param status the exit status
         */
        void finished(int status, String cwd);

        /** A background command has ended without a report: it was killed whole. */
        void lost();

        /** No process holds its output any more. */
        void closed();
    }

    /** How a write to a command's input went. */
    enum Written {
        ACCEPTED,
        /** The command has closed its input, or has ended. */
        NOBODY_READS,
        /** More waits already than the bound allows. */
        TOO_MUCH_PENDING
    }

    /** How hard a command is asked to stop. */
    enum Stop {
        /** SIGINT to what the terminal serves now, as Ctrl-C does. */
        INTERRUPT,
        TERMINATE,
        /** SIGKILL to all that it started, but not to the shell. */
        KILL,
        /** SIGKILL to the shell as well, which is where the command itself runs. */
        KILL_WITH_SHELL
    }

    void stop(Stop how);

    /**
     * Takes note of all processes that the command has started, then goes on. For a command that is about to be stopped:
     * what it leaves behind is still known when it has ended.
     */
    void markTree(Runnable then);

    /** Kills what was marked and still runs. */
    void killMarked();

    /** Sends a signal to the processes of the command. */
    void signal(String name);

    /** Writes to its open input and answers once the command can have it. */
    void write(byte[] bytes, Consumer<Written> done);

    /** Ends its open input after what has been written. */
    void closeInput();

    /** Stops or resumes reading its output; a command that nobody reads waits. */
    void setReading(boolean isReading);
}
