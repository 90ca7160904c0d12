package dev.sandshell.session;

import dev.sandshell.policy.RefusedException;
import java.util.List;

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

    /** Which shells there are. Any thread may call; it looks at the disk and runs each of them once. */
    List<Available> available();
}
