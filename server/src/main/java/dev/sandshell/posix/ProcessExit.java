package dev.sandshell.posix;

import org.jspecify.annotations.Nullable;

/** How a process ended: by {@code exit} with a code, or by a signal; unknown where both are null. */
public record ProcessExit(
        @Nullable Integer exitCode, @Nullable String signal) {
    static ProcessExit ofWaitStatus(int status) {
        int signal = status & 0x7f;
        return signal == 0 ? new ProcessExit((status >> 8) & 0xff, null) : new ProcessExit(null, Signal.nameOf(signal));
    }

    /** Where somebody else reaped our child, which leaves nothing to know. */
    static ProcessExit unknown() {
        return new ProcessExit(null, null);
    }
}
