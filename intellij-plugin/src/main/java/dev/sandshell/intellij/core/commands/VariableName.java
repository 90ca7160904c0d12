package dev.sandshell.intellij.core.commands;

import java.util.regex.Pattern;

/** What shells take for the name of a variable. */
public final class VariableName {
    public static final String RULE = "Letters, digits and _ only, and no digit at the beginning.";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private VariableName() {}

    public static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }
}
