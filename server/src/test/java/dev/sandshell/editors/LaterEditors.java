package dev.sandshell.editors;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.sandshell.Installed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The editors that {@code build/install-editors.sh} has put into the user's cache. */
final class LaterEditors {
    private LaterEditors() {}

    /** The program's path; without it a visible skip, and a failure where everything has to be. */
    static String require(String program) throws IOException {
        Path script = Installed.fixtures().resolveSibling("server/build/install-editors.sh");
        Process locating = new ProcessBuilder(script.toString(), "--locate").start();
        String folder = new String(locating.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        Path path = Path.of(folder, "bin", program);
        String missing = program + " is not installed; " + script + " does that";
        if (!Files.isExecutable(path) && "true".equals(System.getenv("CI"))) {
            fail(missing + ", and CI=true allows no skips");
        } else if (!Files.isExecutable(path)) {
            abort(missing);
        }
        return path.toString();
    }
}
