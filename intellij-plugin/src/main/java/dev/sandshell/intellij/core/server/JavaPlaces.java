package dev.sandshell.intellij.core.server;

import org.jspecify.annotations.Nullable;

/**
 * Where Java may be, in the order in which it is looked for; the search path comes last. Each is the folder that has
 * {@code bin/java}.
 *
 * @param setting one that the user has named; where it is no good, nothing else is tried. Empty or null: none
 * @param ide the one that the IDE itself runs in
 * @param home {@code JAVA_HOME}
 */
public record JavaPlaces(
        @Nullable String setting,
        @Nullable String ide,
        @Nullable String home) {
    /** Those of this process. */
    public static JavaPlaces ofThisProcess(@Nullable String setting) {
        return new JavaPlaces(setting, System.getProperty("java.home"), System.getenv("JAVA_HOME"));
    }
}
