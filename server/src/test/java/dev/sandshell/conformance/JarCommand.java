package dev.sandshell.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One command line of the packaged program, from its start to its end. */
final class JarCommand {
    private final Process process;
    private final List<String> words;

    private JarCommand(Process process, List<String> words) {
        this.process = process;
        this.words = words;
    }

    /** What it has said, and how it has ended. */
    record Outcome(int exitCode, String stdout, String stderr) {}

    static JarCommand start(Map<String, String> environment, String... words) throws IOException {
        List<String> command = PackagedJar.command(List.of());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return new JarCommand(builder.start(), List.of(words));
    }

    /** Waits for its end. */
    Outcome await(Deadline deadline) throws IOException, InterruptedException {
        String stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String stderr = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError(words + " has not ended\n" + stdout + stderr);
        }
        return new Outcome(process.exitValue(), stdout, stderr);
    }
}
