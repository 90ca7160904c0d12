package dev.sandshell.output;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that only its owner can look into, and that goes with the server. Any thread may call. */
@FunctionalInterface
public interface OutputPlace {
    /** Makes it where it is not there. */
    Path ensure() throws IOException;
}
