package dev.sandshell.diagnostics;

import java.util.Locale;

/** How bad it is. */
public enum Severity {
    ERROR(1),
    WARNING(2),
    INFORMATION(3);

    private final int number;

    Severity(int number) {
        this.number = number;
    }

    /** LSP's number for it. */
    public int number() {
        return number;
    }

    /** As tools say it; what is neither an error nor a warning is information. */
    static Severity of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.endsWith("error")) {
            return ERROR;
        }
        return lower.equals("warning") ? WARNING : INFORMATION;
    }
}
