package dev.sandshell.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file of ours is not as it was written. */
final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedFileException(@Nullable Throwable cause) {
        super("it is damaged", cause);
    }
}
