package dev.sandshell.session;

import dev.sandshell.policy.RefusedException;

/** The terminal of a live shell, over all its restarts. Confined to the session's scheduler; no call blocks. */
public interface ShellTerminal {
    /**
     * Types on it, whatever runs there. While no process runs it waits for the next.
     *
     * @throws RefusedException where more waits for programs to read it than may
     */
    void input(byte[] bytes) throws RefusedException;

    /** Changes its size, now and for processes to come; programs hear of it as terminals tell them. */
    void resize(TerminalSize size);

    /** Stops or resumes reading what it shows outside of any command; who prints there then waits. */
    void setReading(boolean isReading);
}
