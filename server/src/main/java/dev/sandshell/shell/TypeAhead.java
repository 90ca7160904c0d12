package dev.sandshell.shell;

import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.io.ByteArrayOutputStream;

/** What a person types while the shell is not theirs, up to a bound, until it is again. Confined to the event loop. */
final class TypeAhead {
    /** A few moments' worth, or a large paste. */
    private static final int MAX = 64 * 1024;

    private final ByteArrayOutputStream keys = new ByteArrayOutputStream();

    /**
     * Keeps what was typed, from a place on.
     *
     * @throws RefusedException where it is too much; none of it is kept then
     */
    void add(byte[] typed, int from) throws RefusedException {
        if (keys.size() + (long) typed.length - from > MAX) {
            throw new RefusedException(
                    RefusalCode.QUEUE_FULL, "the terminal has too much unread input waiting; type again later");
        }
        keys.write(typed, from, typed.length - from);
    }

    /** All of it, which is not kept any more. */
    byte[] take() {
        byte[] all = keys.toByteArray();
        keys.reset();
        return all;
    }

    void forget() {
        keys.reset();
    }
}
