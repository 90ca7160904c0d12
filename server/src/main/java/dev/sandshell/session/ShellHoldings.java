package dev.sandshell.session;

import com.google.common.collect.ImmutableMap;

/**
 * What a shell held at one moment, for whoever only looks: names, and what they stand for as text. Immutable.
 *
 * @param functions their definitions, as the shell prints them; of a shell that prints none there are none
 * @param aliases what they stand for
 */
public record ShellHoldings(
        ImmutableMap<String, Variable> variables,
        ImmutableMap<String, String> functions,
        ImmutableMap<String, String> aliases) {
    public static final ShellHoldings NONE = new ShellHoldings(ImmutableMap.of(), ImmutableMap.of(), ImmutableMap.of());

    /**
     * A variable.
     *
     * @param value its text; of an array its elements, as the shell writes them
     */
    public record Variable(String value, boolean isExported, boolean isArray) {}

    /** The text of a variable that is no array, or nothing. */
    public String text(String name) {
        Variable variable = variables.get(name);
        return variable == null || variable.isArray() ? "" : variable.value();
    }
}
