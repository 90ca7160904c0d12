package dev.sandshell.policy;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;

/** The names of the signals that a client may send to a command; their numbers are the system's affair. Immutable. */
public final class SignalNames {
    /** What a call that names none sends. */
    public static final String TERMINATE = "SIGTERM";

    /** All of them, in the order of their numbers. */
    public static final ImmutableList<String> ALL = ImmutableList.of(
            "SIGHUP",
            "SIGINT",
            "SIGQUIT",
            "SIGABRT",
            "SIGKILL",
            "SIGUSR1",
            "SIGUSR2",
            "SIGPIPE",
            "SIGALRM",
            TERMINATE,
            "SIGCONT",
            "SIGSTOP",
            "SIGTSTP",
            "SIGWINCH");

    private SignalNames() {}

    /** The full name of a signal that is named with or without {@code SIG}, in any case; empty where there is none. */
    public static Optional<String> fullName(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String full = upper.startsWith("SIG") ? upper : "SIG" + upper;
        return ALL.contains(full) ? Optional.of(full) : Optional.empty();
    }
}
