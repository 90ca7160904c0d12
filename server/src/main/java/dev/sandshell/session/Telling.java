package dev.sandshell.session;

/** Why a client is told of an event. */
public enum Telling {
    /** It has happened, and the client is attached. */
    LIVE,
    /** It has happened, and the client is not attached, but has made the call itself. */
    TO_ITS_CALLER,
    /** It may know it, but has asked for it when it attached; what its calls asked for beside it is not repeated. */
    AGAIN,
    /** It was before what the client has asked for when it attached, and is not sent: it is what that goes on from. */
    BEFORE,
    /** It has detached: only progress and partial results of its own call go on. */
    FOR_ITS_CALL;

    /** Whether the client is sent the event itself. */
    public boolean isSent() {
        return this == LIVE || this == TO_ITS_CALLER || this == AGAIN;
    }

    /** Whether it is told for the first time, and so what its calls asked for beside it goes on. */
    public boolean isNew() {
        return this == LIVE || this == TO_ITS_CALLER || this == FOR_ITS_CALL;
    }

    /** Whether the client is told of all that happens in the session. */
    public boolean isToAttached() {
        return this == LIVE || this == AGAIN || this == BEFORE;
    }
}
