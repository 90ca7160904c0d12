package dev.sandshell.session;

import dev.sandshell.policy.RefusedException;
import java.util.List;
import java.util.Optional;

/** Where shells come from: the port that {@code shell} implements. */
public interface ShellBackend {
    /** A shell that this machine has. */
    record Available(String name, String path, String version) {}

    /**
     * Prepares the shell of one session; nothing runs before {@link Shell#start}. Called on the scheduler; the listener
     * is called there too.
     *
     * @throws RefusedException where the asked shell or folder is not there
     */
    Shell open(SessionSpec spec, Shell.Listener listener) throws RefusedException;

    /** What a state says to whoever only looks. Any thread may call; it takes a moment where the state is large. */
    ShellHoldings holdings(ShellState state);

    /**
     * Has a shell read a script without running any of it.
     *
     * @param shell {@code bash} or {@code sh}
     * @return what it has against it; nothing where it has not, is not there, or takes too long
     */
    Optional<SyntaxComplaint> complaint(String shell, String script);

    /** Which shells there are. Any thread may call; it looks at the disk and runs each of them once. */
    List<Available> available();
}
