package dev.sandshell.app;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;

/** The launcher runs us in a UTF-8 locale; whoever called it may have meant another for what runs in a session. Pure. */
final class CallersLocale {
    /** What {@code LC_ALL} was to the launcher's caller, empty where it was not set. */
    private static final String KEPT = "SANDSHELL_LC_ALL";

    private CallersLocale() {}

    /** The environment as it was when the launcher was called. */
    static ImmutableMap<String, String> in(Map<String, String> environment) {
        Map<String, String> callers = new HashMap<>(environment);
        String kept = callers.remove(KEPT);
        if (kept != null) {
            callers.remove("LC_ALL");
            if (!kept.isEmpty()) {
                callers.put("LC_ALL", kept);
            }
        }
        return ImmutableMap.copyOf(callers);
    }
}
