package dev.sandshell.session;

/** What a call does where the session is at work: wait for its turn, or be refused. */
public enum WhenBusy {
    QUEUE,
    REJECT
}
