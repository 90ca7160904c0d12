package dev.sandshell.shell;

import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.io.ByteArrayOutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a person types while the shell is not theirs, up to a bound, until it is again. Confined to the event loop. */
final class TypeAhead {
    /** Takes keys, all of them or none. */
    @FunctionalInterface
    interface Typist {
        void type(byte[] keys) throws RefusedException;
    }

    private static final Logger LOG = Logger.getLogger(TypeAhead.class.getName());

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

    boolean isEmpty() {
        return keys.size() == 0;
    }

    /** Has all of it typed, unless there is no room for it yet. */
    void passOn(Typist typist) {
        try {
            typist.type(keys.toByteArray());
            keys.reset();
        } catch (RefusedException isFull) {
            LOG.log(Level.FINE, "what was typed cannot be passed on yet", isFull);
        }
    }

    void forget() {
        keys.reset();
    }
}
