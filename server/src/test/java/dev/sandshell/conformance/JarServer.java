package dev.sandshell.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server as a process of its own. */
final class JarServer implements ServerUnderTest {
    private static final int KEPT_STDERR = 100_000;

    private final Process process;
    private final Thread stderrReader;
    private final StringBuilder stderr = new StringBuilder();

    private JarServer(Process process) {
        this.process = process;
        this.stderrReader = new Thread(this::readStderr, "client-stderr");
        stderrReader.setDaemon(true);
    }

    /**
     * Starts it.
     *
     * @param before the words of a command that starts it in turn, such as {@code env NAME=VALUE}
     * @param javaOptions for the virtual machine, such as a small heap
     * @param arguments after {@code serve}
     */
    static JarServer start(
            Map<String, String> environment, List<String> before, List<String> javaOptions, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(PackagedJar.command(javaOptions));
        command.add("serve");
        command.addAll(arguments);
        return start(environment, command);
    }

    /** Starts another program of the tests' own, out of their class path. */
    static JarServer startClass(Map<String, String> environment, Class<?> program) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return start(
                environment,
                List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        program.getName()));
    }

    private static JarServer start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        JarServer started = new JarServer(builder.start());
        started.stderrReader.start();
        return started;
    }

    long pid() {
        return process.pid();
    }

    private void readStderr() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                synchronized (stderr) {
                    if (stderr.length() < KEPT_STDERR) {
                        stderr.append(line).append('\n');
                    }
                }
            }
        } catch (IOException e) {
            // The process was ended by force: there is no more to read.
        }
    }

    Process process() {
        return process;
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public int exitCode(Deadline deadline) throws InterruptedException {
        if (!process.waitFor(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError("the server process has not ended; " + status() + "\n" + stderr());
        }
        return process.exitValue();
    }

    @Override
    public String status() {
        return process.isAlive()
                ? "process " + process.pid() + " is alive"
                : "process " + process.pid() + " ended with " + process.exitValue();
    }

    @Override
    public String stderr() {
        synchronized (stderr) {
            return stderr.toString();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // What was still to be written has no reader any more.
        }
        try {
            // By itself, if it can: a killed server has no chance to clear its folder away.
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            process.onExit().join();
            stderrReader.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
