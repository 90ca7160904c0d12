package dev.sandshell.syntax;

import com.google.common.collect.ImmutableMap;

/** What a script itself defines: by name, where that stands first. Immutable. */
public record Definitions(ImmutableMap<String, Name> functions, ImmutableMap<String, Name> variables) {
    public static final Definitions NONE = new Definitions(ImmutableMap.of(), ImmutableMap.of());
}
