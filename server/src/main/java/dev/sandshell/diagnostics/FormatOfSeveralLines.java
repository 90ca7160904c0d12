package dev.sandshell.diagnostics;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A format in which the first line of a finding is not all of it. */
abstract class FormatOfSeveralLines implements Format {
    /** What has been found, as far as its lines have come. */
    protected @Nullable Finding begun;

    @Override
    public final boolean isWithin() {
        return begun != null;
    }

    @Override
    public final void end(Consumer<Finding> found) {
        if (begun != null) {
            found.accept(begun);
            begun = null;
        }
    }
}
