package dev.sandshell.diagnostics;

import java.util.function.Consumer;

/** How one tool puts what it has found. It is shown the lines of one stream in their order. */
interface Format {
    /** Answers whether the line is one of this tool's, so that no other need look at it. */
    boolean take(Line line, Consumer<Finding> found);

    /** Whether the next line can be a part of what has begun, whatever stands in it. */
    default boolean isWithin() {
        return false;
    }

    /** Nothing comes any more. */
    default void end(Consumer<Finding> found) {}
}
