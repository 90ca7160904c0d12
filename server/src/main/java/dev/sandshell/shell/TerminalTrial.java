package dev.sandshell.shell;

import com.pty4j.unix.Pty;
import com.pty4j.unix.PtyHelpers;
import java.io.IOException;

/** Whether this machine lets us have a terminal. Any thread may call. */
public final class TerminalTrial {
    private TerminalTrial() {}

    /** Loads what opening one needs, which takes a while the first time. */
    public static void load() {
        PtyHelpers.getInstance();
    }

    /** Opens one and closes it again; its name. */
    public static String run() throws IOException {
        Pty pty = new Pty();
        try {
            return pty.getSlaveName();
        } finally {
            pty.close();
        }
    }
}
