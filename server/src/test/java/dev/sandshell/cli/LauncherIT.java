package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, in a copy of the little that it needs of a checkout, with a path that holds next to nothing: so neither
 * the real checkout nor what is installed here matters.
 */
@Timeout(60)
class LauncherIT {
    private record Outcome(int exitCode, String stdout, String stderr) {}

    /** All that the launcher and our Maven run, and a shell for the commands. */
    private static final List<String> TOOLS =
            List.of("cat", "cp", "find", "mkdir", "mv", "readlink", "rm", "sed", "sh", "sleep", "touch");

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2020-01-01T00:00:01Z");

    private static final Outcome WORKS = new Outcome(0, "out\n", "");

    private final Marked marked = new Marked();

    @TempDir
    private Path folder;

    private Path root;
    private Path target;
    private Path lock;
    private Path tools;

    @BeforeEach
    void copyWhatTheLauncherNeeds() throws Exception {
        Path launcher = Path.of(System.getProperty("sandshell.launcher"));
        Path built = Path.of(System.getProperty("sandshell.jar")).resolveSibling("");
        root = folder.resolve("it's a \"fine\" $place `here` \\ *");
        target = root.resolve("server/target");
        lock = root.resolve("server/.building");
        tools = Files.createDirectory(folder.resolve("tools"));
        Files.createDirectories(target);
        Files.createDirectories(root.resolve("server/src/main"));
        Files.copy(launcher, root.resolve("sandshell"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(root.resolve("pom.xml"), "<project />");
        Files.writeString(root.resolve("server/pom.xml"), "<project />");
        Files.writeString(root.resolve("server/src/main/Main.java"), "class Main {}");
        for (String name : List.of("sandshell.jar", "sandshell.jsa", "sandshell.jsa.size")) {
            if (Files.exists(built.resolve(name))) {
                Files.copy(built.resolve(name), target.resolve(name));
            }
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
            }
        }
        isBuilt();
        for (String tool : TOOLS) {
            script(tools.resolve(tool), "exec " + onPath(tool) + " \"$@\"\n");
        }
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(marked.left()).as("processes left behind").isEmpty();
        assertThat(lock).as("the lock").doesNotExist();
        try (Stream<Path> files = Files.list(root.resolve("server"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("pom.xml", "src", "target");
        }
    }

    private static Path onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + tool));
    }

    private void isBuilt() throws IOException {
        Files.setLastModifiedTime(target.resolve("sandshell.jar"), FileTime.from(LATER));
    }

    private void isStale() throws IOException {
        Files.setLastModifiedTime(root.resolve("server/src/main/Main.java"), FileTime.from(LATER.plusSeconds(1)));
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Path mvnCalls() {
        return folder.resolve("mvn-calls");
    }

    /** Writes down how it was called, speaks on both streams, and does what it is told to. */
    private void mvn(String text) throws IOException {
        script(
                tools.resolve("mvn"),
                "echo \"$PWD: $*\" >>'" + mvnCalls() + "'\necho 'mvn says'\necho 'mvn complains' >&2\n" + text + "\n");
    }

    /** A folder that looks like a JDK, whose {@code java} must not be asked to do any work. */
    private Path jdk(String release, String answer) throws IOException {
        Path home = folder.resolve("jdk of old");
        Files.createDirectories(home.resolve("bin"));
        if (!release.isEmpty()) {
            Files.writeString(home.resolve("release"), release);
        }
        script(home.resolve("bin/java"), answer + "\n");
        return home;
    }

    private ProcessBuilder program(String... words) {
        ProcessBuilder program = new ProcessBuilder(words).directory(folder.toFile());
        program.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CDPATH"));
        program.environment().put("PATH", tools.toString());
        program.environment().put("JAVA_HOME", System.getProperty("java.home"));
        marked.put(program);
        return program;
    }

    private Outcome outcome(ProcessBuilder program) throws Exception {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        Process process = program.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(50, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + Files.readString(err));
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private ProcessBuilder launcher() {
        return program(root + "/sandshell", "exec", "echo out");
    }

    private Outcome launch() throws Exception {
        return outcome(launcher());
    }

    // ---- from where, and by which name

    @Test
    void throughLinksFromAnotherFolder() throws Exception {
        Path links = Files.createDirectory(folder.resolve("links and more"));
        Files.createSymbolicLink(links.resolve("absolute"), root.resolve("sandshell"));
        Files.createSymbolicLink(links.resolve("relative"), Path.of("../links and more/absolute"));
        Files.createSymbolicLink(links.resolve("to link"), Path.of("relative"));

        assertThat(outcome(program(links + "/to link", "exec", "echo out; pwd")))
                .isEqualTo(new Outcome(0, "out\n" + folder.toRealPath() + "\n", ""));
        assertThat(outcome(program("sh", "to link", "exec", "echo out").directory(links.toFile())))
                .isEqualTo(WORKS);
    }

    @Test
    void whateverCdpathSays() throws Exception {
        Files.createDirectories(folder.resolve("decoy/real"));
        Files.move(root, folder.resolve("real"));
        root = folder.resolve("real");
        lock = root.resolve("server/.building");
        ProcessBuilder program = program("sh", "real/sandshell", "exec", "echo out");
        program.environment().put("CDPATH", folder.resolve("decoy").toString());

        assertThat(outcome(program)).isEqualTo(WORKS);
    }

    /** As where there is no locale at all: under cron, or over ssh from elsewhere. */
    @Test
    void whatIsNotAsciiArrivesInAnyLocaleAndThatStaysTheCallers() throws Exception {
        String word = "$(printf '\\303\\251')";
        ProcessBuilder program = program(
                "sh",
                "-c",
                "exec \"$0\" exec \"cat '" + word + "'\" 'echo $LC_ALL $SANDSHELL_LC_ALL'",
                root + "/sandshell");
        assertThat(outcome(program("sh", "-c", "echo content >\"" + word + "\"")))
                .isEqualTo(new Outcome(0, "", ""));
        program.environment().put("LC_ALL", "C");

        assertThat(outcome(program)).isEqualTo(new Outcome(0, "content\nC\n", ""));
    }

    @Test
    void argumentsArriveAsTheyAre() throws Exception {
        assertThat(outcome(program(
                        root + "/sandshell", "exec", "echo 'a  b' \"$PWD\" '$PWD' \"\\\"\"\n\n", "--", "echo -n  ''")))
                .isEqualTo(new Outcome(0, "a  b " + folder.toRealPath() + " $PWD \"\n", ""));
    }

    @Test
    void aFolderThatJavaCannotLoadFrom() throws Exception {
        Path colon = folder.resolve("a:b");
        Files.move(root, colon);
        root = colon;
        lock = root.resolve("server/.building");

        assertThat(launch())
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "sandshell: " + root.toRealPath()
                                + " has a colon in its name, and Java loads nothing from there; move it\n"));
    }

    // ---- which Java

    @Test
    void anOldJdkIsRefusedBeforeAnythingIsBuilt() throws Exception {
        isStale();
        mvn("exit 1");
        Path home = jdk("IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"11.0.22\"\n", "echo 'must not run'");
        ProcessBuilder program = launcher();
        program.environment().put("JAVA_HOME", home.toString());

        assertThat(outcome(program))
                .isEqualTo(
                        new Outcome(
                                1,
                                "",
                                "sandshell: " + home
                                        + "/bin/java is version 11; install a JDK, version 17 or later, or set JAVA_HOME to one\n"));
        assertThat(mvnCalls()).doesNotExist();
    }

    @Test
    void anOldJavaThatOnlyTellsItselfIsRefusedToo() throws Exception {
        Path home = jdk("", "echo 'openjdk version \"1.8.0_292\"' >&2");
        Files.createSymbolicLink(tools.resolve("java"), home.resolve("bin/java"));
        ProcessBuilder program = launcher();
        program.environment().remove("JAVA_HOME");

        assertThat(outcome(program))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "sandshell: " + tools
                                + "/java is version 8; install a JDK, version 17 or later, or set JAVA_HOME to one\n"));
    }

    @Test
    void noJavaAtAll() throws Exception {
        ProcessBuilder program = launcher();
        program.environment().put("JAVA_HOME", folder.resolve("nowhere").toString());

        assertThat(outcome(program))
                .isEqualTo(new Outcome(
                        1, "", "sandshell: there is no java; install a JDK, version 17 or later, or set JAVA_HOME\n"));
    }

    // ---- the archive of classes

    @Test
    void worksWithoutAnArchive() throws Exception {
        Files.deleteIfExists(target.resolve("sandshell.jsa"));
        assertThat(launch()).isEqualTo(WORKS);
        Files.deleteIfExists(target.resolve("sandshell.jsa.size"));
        assertThat(launch()).isEqualTo(WORKS);
    }

    @Test
    void anArchiveThatWasCutShortIsNotUsed() throws Exception {
        Path archive = target.resolve("sandshell.jsa");
        byte[] whole = Files.readAllBytes(archive);
        for (int length : List.of(0, 1_000, 100_000, whole.length - 1)) {
            Files.delete(archive);
            Files.write(archive, java.util.Arrays.copyOf(whole, length));
            assertThat(launch()).as(length + " bytes").isEqualTo(WORKS);
        }
    }

    @Test
    void anArchiveThatIsNoneIsPassedOver() throws Exception {
        Path archive = target.resolve("sandshell.jsa");
        long size = Files.size(archive);
        Files.delete(archive);
        Files.write(archive, new byte[(int) size]);
        assertThat(launch()).isEqualTo(WORKS);

        Files.delete(archive);
        Files.createDirectory(archive);
        assertThat(launch()).isEqualTo(WORKS);
    }

    @Test
    void nothingButProtocolIsOnStdout() throws Exception {
        Files.delete(target.resolve("sandshell.jsa"));
        isStale();
        mvn(
                "cp -p server/target/sandshell.jar built; mv built server/target/sandshell.jar; touch server/target/sandshell.jar");
        Process process = program(root + "/sandshell", "serve")
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        String hello = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}";
        try (OutputStream in = process.getOutputStream();
                BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            in.write(("Content-Length: " + hello.length() + "\r\n\r\n" + hello).getBytes(StandardCharsets.US_ASCII));
            in.flush();

            assertThat(out.readLine()).matches("Content-Length: \\d+");
        }
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(folder.resolve("stderr")).hasContent("sandshell: building …\nmvn says\nmvn complains\n");
    }

    // ---- building

    @Test
    void staleSourcesAreBuiltAndThatIsSaidOnStderrAlone() throws Exception {
        isStale();
        mvn("touch server/target/sandshell.jar");

        assertThat(launch()).isEqualTo(new Outcome(0, "out\n", "sandshell: building …\nmvn says\nmvn complains\n"));
        assertThat(Files.readString(mvnCalls()))
                .startsWith(root.toRealPath() + ": -q -B ")
                .contains(" -Dquick -DskipTests ")
                .endsWith(" -pl server -am package\n");
        assertThat(launch()).as("built once").isEqualTo(WORKS);
    }

    @Test
    void aBuildThatIsMissingIsBuilt() throws Exception {
        Path jar = target.resolve("sandshell.jar");
        Path kept = Files.move(jar, folder.resolve("kept.jar"));
        mvn("cp '" + kept + "' server/target/sandshell.jar");

        assertThat(launch()).extracting(Outcome::exitCode, Outcome::stdout).containsExactly(0, "out\n");
    }

    @Test
    void aBuildThatFailsSaysWhyAndHowToTryAgain() throws Exception {
        isStale();
        mvn("exit 7");

        assertThat(launch())
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "sandshell: building …\nmvn says\nmvn complains\nsandshell: the build failed; above is why, and"
                                + " 'mvn -Dquick -pl server -am package' in " + root.toRealPath() + " tries again\n"));
    }

    @Test
    void noMavenToBuildWith() throws Exception {
        isStale();

        assertThat(launch())
                .isEqualTo(new Outcome(1, "", "sandshell: there is no mvn; install Maven, version 3.8 or later\n"));
    }

    // ---- two at a time

    @Test
    void theLockOfADeadBuilderIsTakenOver() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        assertThat(dead.waitFor()).isZero();
        Files.createDirectory(lock);
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
        isStale();
        mvn("touch server/target/sandshell.jar");

        assertThat(launch()).isEqualTo(new Outcome(0, "out\n", "sandshell: building …\nmvn says\nmvn complains\n"));
    }

    @Test
    void theLockOfABuilderThatDiedAtOnceIsTakenOver() throws Exception {
        Files.createDirectory(lock);
        isStale();
        mvn("touch server/target/sandshell.jar");

        assertThat(launch())
                .isEqualTo(new Outcome(
                        0,
                        "out\n",
                        "sandshell: waiting for another build …\nsandshell: building …\nmvn says\nmvn complains\n"));
    }

    @Test
    void whoWaitedForAnotherBuildDoesNotBuildAgain() throws Exception {
        Files.createDirectory(lock);
        Files.writeString(lock.resolve("pid"), ProcessHandle.current().pid() + "\n");
        isStale();
        mvn("exit 1");
        Process process = launcher().start();
        process.getOutputStream().close();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
                BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(err.readLine()).isEqualTo("sandshell: waiting for another build …");
            Files.setLastModifiedTime(target.resolve("sandshell.jar"), FileTime.from(LATER.plusSeconds(2)));
            Files.delete(lock.resolve("pid"));
            Files.delete(lock);

            assertThat(out.readLine()).isEqualTo("out");
            assertThat(err.readLine()).isNull();
        }
        assertThat(process.waitFor()).isZero();
        assertThat(mvnCalls()).doesNotExist();
    }

    @Test
    void ofManyAtOnceOneBuilds() throws Exception {
        isStale();
        mvn("sleep 0.1; touch server/target/sandshell.jar");
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(launcher()
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(folder.resolve("stdout" + i).toFile())
                    .start());
        }
        for (int i = 0; i < 4; i++) {
            assertThat(all.get(i).waitFor()).isZero();
            assertThat(folder.resolve("stdout" + i)).hasContent("out\n");
        }
        assertThat(Files.readAllLines(mvnCalls())).hasSize(1);
    }
}
