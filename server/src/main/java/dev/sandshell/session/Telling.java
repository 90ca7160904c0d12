package dev.sandshell.session;

/** Why a client is told of an event. */
public enum Telling {
    /** It has happened, and the client is attached. */
    LIVE,
    /** It has happened, and the client is not attached, but has made the call itself. */
    TO_ITS_CALLER,
    /** It may know it, but has asked for it when it attached; what its calls asked for beside it is not repeated. */
    AGAIN,
    /** It has detached: only progress and partial results of its own call go on. */
    FOR_ITS_CALL
}
