package dev.sandshell.policy;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which names and values an environment may hold; POSIX.1-2017, Base Definitions, section 8.1. */
public final class EnvironmentRules {
    private EnvironmentRules() {}

    /** Checks all before anything is changed, so that a refused map has no effect. */
    public static void check(String field, Map<String, Optional<String>> variables) throws InvalidArgumentException {
        for (Map.Entry<String, Optional<String>> variable : variables.entrySet()) {
            String name = variable.getKey();
            checkName(field, name);
            if (variable.getValue().isPresent()) {
                TextRules.forShell(field + "." + name, variable.getValue().get());
            }
        }
    }

    /** Checks the name of a variable, which may be missing. */
    public static void checkName(String field, @Nullable String name) throws InvalidArgumentException {
        if (name == null || !isName(name)) {
            throw new InvalidArgumentException(field + ": " + (name == null ? "null" : "\"" + printable(name) + "\"")
                    + " is not a valid name: letters, digits and underscores, not beginning with a digit");
        }
    }

    public static boolean isName(String name) {
        if (name.isEmpty() || isDigit(name.charAt(0))) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(isDigit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String printable(String name) {
        String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
