package dev.sandshell.session;

import dev.sandshell.policy.OverflowLimits;
import java.util.Optional;

/** Where the logs of sessions keep what they have no room for in memory: a port. Confined to the scheduler. */
public interface Overflow {
    /** None: a log forgets what it has no room for, and so its session waits for the slowest of its clients. */
    Overflow NONE = new Overflow() {
        @Override
        public OverflowLimits limits() {
            return OverflowLimits.defaults();
        }

        @Override
        public Optional<OverflowFile> open() {
            return Optional.empty();
        }
    };

    OverflowLimits limits();

    /** A place for one session; nothing is made before something is written to it. Does not block. */
    Optional<OverflowFile> open();
}
