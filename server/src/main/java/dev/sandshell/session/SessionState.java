package dev.sandshell.session;

/** What a session is doing. */
public enum SessionState {
    /** Its shell has not answered yet; calls wait. */
    STARTING,
    /** Its shell waits for a command. */
    IDLE,
    /** A command, or a change of its environment, is under way. */
    BUSY,
    /** It has been deleted, or its shell could not be started; it takes no more calls. */
    TERMINATED
}
