package dev.sandshell;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a test needs beyond the project's own code: programs of the machine, and the fixtures of this checkout. */
public final class Installed {
    private Installed() {}

    /** The folder {@code test-fixtures} of this checkout. */
    public static Path fixtures() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("test-fixtures"))) {
                return folder.resolve("test-fixtures");
            }
        }
        throw new AssertionError(
                "there is no folder test-fixtures above " + Path.of("").toAbsolutePath());
    }

    /** A program that is not installed is a visible skip, and a failure where everything has to be. */
    public static void require(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean isThere =
                Stream.of(path.split(":", -1)).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!isThere && "true".equals(System.getenv("CI"))) {
            fail(program + " is not installed, and CI=true allows no skips");
        } else if (!isThere) {
            abort(program + " is not installed");
        }
    }
}
