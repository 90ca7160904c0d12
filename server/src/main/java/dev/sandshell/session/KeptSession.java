package dev.sandshell.session;

/**
 * What of a session can outlive its server. Immutable.
 *
 * @param spec what it was made as, with the size of now; its state is the last one that is known, or null
 * @param cwd the folder that its shell was in
 * @param restarts how often a fresh shell has taken over
 */
public record KeptSession(SessionSpec spec, String cwd, long createdAtMs, int restarts) {
    /** A session that begins. */
    static KeptSession begun(SessionSpec spec, long nowMs) {
        return new KeptSession(spec, spec.cwd() == null ? "" : spec.cwd(), nowMs, 0);
    }

    /** The same as a server begins with it: with a fresh shell once more. */
    KeptSession begunAgain() {
        return new KeptSession(spec.withShellOfState(), cwd, createdAtMs, restarts + 1);
    }

    /** The same, where the folder that it was made in is gone. */
    KeptSession elsewhere() {
        return new KeptSession(spec.elsewhere(), cwd, createdAtMs, restarts);
    }
}
