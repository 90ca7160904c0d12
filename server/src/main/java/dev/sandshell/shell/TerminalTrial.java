package dev.sandshell.shell;

import com.pty4j.unix.Pty;
import java.io.IOException;

/** Whether this machine lets us have a terminal. Any thread may call. */
public final class TerminalTrial {
    private TerminalTrial() {}

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
