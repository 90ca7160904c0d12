package dev.sandshell.diagnostics;

import org.jspecify.annotations.Nullable;

/**
 * A line of output as a terminal would leave it.
 *
 * @param previous the line before
 * @param location the place that it begins with
 */
record Line(String text, String previous, @Nullable Location location) {
    static Line of(String text, String previous) {
        return new Line(text, previous, Location.find(text));
    }
}
