package dev.sandshell.session;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.RefusedException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The live shell of one session, over all its restarts. Confined to the session's scheduler; no call blocks. Its owner
 * sees to it that one thing is asked of it at a time: a command, a change of its environment, or a look at what it holds.
 */
public interface Shell {
    /** What a shell tells its session, on the session's scheduler. */
    interface Listener {
        /** It waits for the first command. */
        void ready(String cwd, boolean stateRestored);

        /** It could not be started; {@link Shell#start} may be tried again. */
        void startFailed(RefusedException why);

        /**
         * Its terminal shows something that belongs to no command of ours.
         *
         * @param bytes the caller's, which uses the array again after the call
         */
        void terminalOutput(byte[] bytes, int length);

        /** Somebody has run a command at its own prompt, which is over. */
        void typed(TypedCommand command);

        /** There is a newer {@link Shell#lastState}. */
        void stateTaken();

        /** Its process has ended, and all output of the command that it ran has been delivered. */
        void ended(ShellEnd end);
    }

    /** The name of the shell, such as {@code bash}. */
    String name();

    /** The process, or 0 where none runs. */
    long pid();

    /**
     * Starts a process, where asked with the last known state: that of the one before, or at first what the session was
     * made with. Answers through the listener.
     */
    void start(boolean restoreState);

    /** Runs a command; the reply comes through the listener. */
    RunningCommand run(CommandSpec command, RunningCommand.Listener listener);

    /**
     * Sets and unsets exported variables.
     *
     * @param done with what the shell had against it, or nothing
     * @param failed where it could not be asked
     */
    void changeEnvironment(
            ImmutableMap<String, Optional<String>> changes,
            Consumer<Optional<String>> done,
            Consumer<RefusedException> failed);

    /**
     * Reads exported variables: all, or those named.
     *
     * @param failed where they could not be read
     */
    void readEnvironment(
            ImmutableList<String> names,
            Consumer<ImmutableMap<String, String>> done,
            Consumer<RefusedException> failed);

    /**
     * Reads all that another shell of its kind needs to go on from here.
     *
     * @param failed where it could not be read, or is too much
     */
    void readState(Consumer<ShellState> done, Consumer<RefusedException> failed);

    /**
     * Looks where a function is from.
     *
     * @param done with nothing where it is no function, was not read from a file, or the shell cannot tell
     */
    void findFunction(String name, Consumer<Optional<FunctionPlace>> done, Consumer<RefusedException> failed);

    /** The state that a shell of this session would begin with if this one were killed now; nothing where there is none. */
    Optional<StateSource> lastState();

    /** Its terminal, over all restarts. */
    ShellTerminal terminal();

    /** Kills the process alone; its end comes through the listener. */
    void kill();

    /** Ends the whole process tree and leaves nothing behind. Calls back once it is gone; no other call follows. */
    void close(Runnable closed);
}
