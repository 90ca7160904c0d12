package dev.sandshell.session;

import dev.sandshell.policy.RefusedException;

/** Something that has the shell to itself for a while; a session runs one at a time, in order of arrival. */
interface Turn {
    /** Begins; it ends by {@link ShellSession#turnOver}. */
    void begin(Shell shell);

    /** The shell has ended under it. It must still end its turn, once {@code restarted} has been called. */
    void shellEnded(ShellEnd end);

    /** A fresh shell is there, with the state of the one before or without; or there is none. */
    void restarted(boolean stateRestored);

    /** It will never begin, or not end: the session is gone or its shell can't be had. */
    void abandon(RefusedException why);
}
