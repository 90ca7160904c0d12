package dev.sandshell.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A variable of the environment that everything which a program starts inherits, so that it can be found whatever has
 * become of its parents.
 */
public final class Marked {
    static final String NAME = "SANDSHELL_TEST_MARK";

    private final String mark = UUID.randomUUID().toString();

    public void put(ProcessBuilder program) {
        program.environment().put(NAME, mark);
    }

    /** Waits for the end of all that carries it; what has not ended by then is told. */
    public List<String> left() throws Exception {
        for (ProcessHandle process : carriers()) {
            try {
                process.onExit().get(5, TimeUnit.SECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                break;
            }
        }
        return carriers().stream()
                .map(process -> process.pid() + " " + process.info())
                .toList();
    }

    /** Whether a program of this command line carries it. */
    public boolean runs(String commandLine) {
        return carriers().stream()
                .anyMatch(process -> process.info().commandLine().orElse("").endsWith(commandLine));
    }

    private List<ProcessHandle> carriers() {
        return ProcessHandle.allProcesses().filter(this::carries).toList();
    }

    boolean carries(ProcessHandle process) {
        return environment(process).filter(text -> text.contains(mark)).isPresent();
    }

    private static Optional<String> environment(ProcessHandle process) {
        try {
            return Optional.of(Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
