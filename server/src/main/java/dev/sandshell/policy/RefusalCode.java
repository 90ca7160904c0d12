package dev.sandshell.policy;

/** Why the server did not do what it was asked to. The names are on the wire as {@code data.code} and never change. */
public enum RefusalCode {
    SESSION_NOT_FOUND,
    SESSION_ALREADY_EXISTS,
    SESSION_BUSY,
    SESSION_TERMINATED,
    SESSION_LIMIT,
    EXEC_NOT_FOUND,
    EXEC_ALREADY_EXISTS,
    EXEC_NOT_RUNNING,
    QUEUE_FULL,
    SHELL_START_FAILED,
    SANDBOX_UNAVAILABLE,
    WAIT_TIMEOUT,
    EXITED_BEFORE_READY,
    PROTOCOL_VERSION_UNSUPPORTED
}
