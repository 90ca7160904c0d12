package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code sandshell exec} as people run it: the packaged jar, as a process. */
@Timeout(60)
class ExecCommandIT {
    private record Outcome(int exitCode, String stdout, String stderr) {}

    private final Marked marked = new Marked();

    @TempDir
    private Path folder;

    private ProcessBuilder program(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("sandshell.jar"),
                "exec"));
        command.addAll(List.of(words));
        ProcessBuilder program = new ProcessBuilder(command).directory(folder.toFile());
        program.environment().remove("JAVA_TOOL_OPTIONS");
        marked.put(program);
        return program;
    }

    private Outcome run(byte[] input, String... words) throws Exception {
        Path given = Files.write(folder.resolve("stdin"), input);
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        Process process = program(words)
                .redirectInput(given.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).as("ends in time").isTrue();
        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.ISO_8859_1),
                Files.readString(err, StandardCharsets.ISO_8859_1));
    }

    private Outcome run(String... words) throws Exception {
        return run(new byte[0], words);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(marked.left()).as("processes left behind").isEmpty();
    }

    @Test
    void stateStaysBetweenCommandsAndStreamsApart() throws Exception {
        assertThat(run("cd /; x=1", "f() { echo \"$x $PWD $1\"; }", "f out; f err >&2; false", "echo $?"))
                .isEqualTo(new Outcome(0, "1 / out\n1\n", "1 / err\n"));
    }

    /** Such as a prompt for a password: somebody should see it, and whoever reads the output should not get it. */
    @Test
    void whatIsForTheTerminalIsNotTakenForOutput() throws Exception {
        String command = "echo password: >/dev/tty; echo out";

        assertThat(run(command)).isEqualTo(new Outcome(0, "out\n", "password:\r\n"));
        Outcome told = run("--json", command);
        assertThat(told.stderr()).isEqualTo("password:\r\n");
        assertThat(JsonParser.parseString(told.stdout())
                        .getAsJsonObject()
                        .get("stdout")
                        .getAsString())
                .isEqualTo("out\n");
    }

    @Test
    void theExitCodeIsTheLastCommands() throws Exception {
        assertThat(run("false", "exit 7")).isEqualTo(new Outcome(7, "", ""));
        assertThat(run("exit 7", "true")).isEqualTo(new Outcome(0, "", ""));
        assertThat(run("kill -KILL $$").exitCode()).isEqualTo(137);
    }

    @Test
    void theSessionBeginsAsAsked() throws Exception {
        Path deep = Files.createDirectory(folder.resolve("a b"));

        assertThat(run("--cwd", "a b", "--env=GREETING=a 'b'", "--shell=sh", "pwd; echo \"$GREETING $0\""))
                .extracting(Outcome::stdout)
                .asString()
                .startsWith(deep.toRealPath() + "\na 'b' ")
                .contains("sh");
    }

    @Test
    void jsonIsOneLineACommand() throws Exception {
        Outcome outcome = run("--json", "echo '<é>'; echo err >&2", "kill -TERM $$; exit 3");

        List<JsonObject> results = outcome.stdout()
                .lines()
                .map(line -> JsonParser.parseString(
                                new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                        .getAsJsonObject())
                .toList();
        assertThat(results).hasSize(2);
        assertThat(results.get(0).get("stdout").getAsString()).isEqualTo("<é>\n");
        assertThat(results.get(0).get("stderr").getAsString()).isEqualTo("err\n");
        assertThat(results.get(0).get("exitCode").getAsInt()).isZero();
        assertThat(results.get(0).get("signal").isJsonNull()).isTrue();
        assertThat(results.get(1).get("exitCode").getAsInt()).isEqualTo(3);
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void aTimeOutEndsTheCommandWithAllThatItStarted() throws Exception {
        assertThat(run("--timeout=300ms", "echo begun; sleep 600 & sleep 600"))
                .isEqualTo(new Outcome(124, "begun\n", ""));
    }

    @Test
    void standardInputIsForTheLastCommandAndExact() throws Exception {
        byte[] input = new byte[1 << 20];
        new Random(42).nextBytes(input);

        Outcome outcome = run(input, "-i", "cat", "cat");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).isEqualTo(new String(input, StandardCharsets.ISO_8859_1));
    }

    @Test
    void withoutTheOptionCommandsHaveNoInput() throws Exception {
        assertThat(run("input".getBytes(StandardCharsets.UTF_8), "cat; echo end"))
                .isEqualTo(new Outcome(0, "end\n", ""));
    }

    @Test
    void aBrokenPipeEndsItQuietly() throws Exception {
        Process process =
                program("yes").redirectError(folder.resolve("stderr").toFile()).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("y");
        }

        int exitCode = process.waitFor();
        assertThat(new Outcome(exitCode, "", Files.readString(folder.resolve("stderr"))))
                .isEqualTo(new Outcome(141, "", ""));
    }

    @Test
    void ctrlCInterruptsTheCommandAndLeavesOutTheRest() throws Exception {
        assumeInterruptsAreNotIgnored();
        Process process = program("echo ready; sleep 600", "echo never").start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("ready");
            interrupt(process);

            assertThat(process.waitFor()).isEqualTo(130);
            assertThat(out.readLine()).isNull();
        }
    }

    @Test
    void ctrlCTwiceKillsACommandThatDoesNotListen() throws Exception {
        assumeInterruptsAreNotIgnored();
        Process process = program("sh -c 'trap \"echo once\" INT; echo ready; while :; do sleep 0.05; done'")
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("ready");
            interrupt(process);
            assertThat(out.readLine()).isEqualTo("once");
            interrupt(process);

            assertThat(process.waitFor()).isEqualTo(137);
        }
    }

    @Test
    void aTermSignalTakesAllAlong() throws Exception {
        Process process = program("sleep 600 & echo ready; sleep 600").start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("ready");
            process.destroy();

            assertThat(process.waitFor()).isEqualTo(143);
        }
    }

    @Test
    void ourOwnFailuresAreToldApart() throws Exception {
        assertThat(run("--shell=nosuch", "true"))
                .isEqualTo(new Outcome(
                        125, "", "sandshell: there is no shell \"nosuch\" on the path (SHELL_START_FAILED)\n"));
        assertThat(run("--timeout=soon", "true")).isEqualTo(new Outcome(2, "", """
                        sandshell: Invalid value for option '--timeout': must be a number with ms, s, m or h behind it, \
                        such as 10s, got "soon"
                        Try: sandshell exec --help
                        """));
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        int failed = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(failed).isZero();
    }

    /** A shell starts what it puts into the background with interrupts ignored, and so they stay in all below. */
    private static void assumeInterruptsAreNotIgnored() throws IOException {
        long ignored = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .findFirst()
                .orElse(0);
        assumeFalse((ignored & 0b10) != 0, "SIGINT is ignored here");
    }
}
