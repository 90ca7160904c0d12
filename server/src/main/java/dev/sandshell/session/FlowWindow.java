package dev.sandshell.session;

/**
 * How much output of one session a client has been sent and has not acknowledged, in bytes as the command wrote them.
 * Confined to the session's scheduler.
 */
final class FlowWindow {
    /** From here on it is sent no more: what an editor still draws without a noticeable delay. */
    static final long HIGH_MARK = 100_000;

    /** Below this it goes on; acknowledgements come about as often, so that there is always one to come. */
    static final long LOW_MARK = 5_000;

    private long owed;
    private boolean isExhausted;

    void spend(long bytes) {
        owed += bytes;
        isExhausted |= owed >= HIGH_MARK;
    }

    /** Takes an acknowledgement; one of more than is owed settles what is. */
    void acknowledge(long bytes) {
        owed -= Math.min(owed, bytes);
        isExhausted &= owed >= LOW_MARK;
    }

    /** Nothing is owed any more. */
    void settle() {
        acknowledge(owed);
    }

    boolean isExhausted() {
        return isExhausted;
    }

    boolean isSettled() {
        return owed == 0;
    }
}
