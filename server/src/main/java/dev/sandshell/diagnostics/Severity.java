package dev.sandshell.diagnostics;

import java.util.Locale;

/** How bad it is, in LSP's order. */
public enum Severity {
    ERROR,
    WARNING,
    INFORMATION;

    /** As tools say it; what is neither an error nor a warning is information. */
    static Severity of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.endsWith("error")) {
            return ERROR;
        }
        return lower.equals("warning") ? WARNING : INFORMATION;
    }
}
