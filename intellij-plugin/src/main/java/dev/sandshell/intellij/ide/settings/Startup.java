package dev.sandshell.intellij.ide.settings;

import java.util.Locale;

/** How the shells of new sessions start. */
public enum Startup {
    USER("With your own start-up files, such as ~/.bashrc"),
    CLEAN("Without them: the same on every machine");

    private final String meaning;

    Startup(String meaning) {
        this.meaning = meaning;
    }

    /** The protocol's word for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is shown to be chosen. */
    @Override
    public String toString() {
        return meaning;
    }
}
