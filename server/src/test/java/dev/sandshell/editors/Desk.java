package dev.sandshell.editors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.cli.Marked;
import dev.sandshell.cli.TmuxScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person with a new home, one project in it, {@code sandshell} on the path, and a terminal of 100 by 30. Confined to its
 * test.
 */
final class Desk {
    private static final int ROWS = 30;
    private static final int COLS = 100;

    /** Its cells need one another, fail, and wait. */
    private static final String SCRIPT = """
            #!/bin/bash
            greeting=hello

            # %% greet
            echo "$greeting from $PWD"

            # %% fail
            (exit 3)

            # %% wait
            echo waiting; sleep 600
            """;

    private static final String NOTES = """
            # Notes

            ```sh
            echo "$((6 * 7)) in Markdown"
            ```
            """;

    private final Marked marked = new Marked();
    private final Path folder;
    private final Path home;
    private final Path project;
    private @Nullable TmuxScreen terminal;

    Desk(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        home = Files.createDirectory(this.folder.resolve("home"));
        project = Files.createDirectory(home.resolve("project"));
        Files.createDirectory(project.resolve(".git"));
        Files.writeString(project.resolve("demo.sh"), SCRIPT);
        Files.writeString(project.resolve("notes.md"), NOTES);
        Path run = Files.createDirectory(this.folder.resolve("run"));
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
        Path bin = Files.createDirectory(this.folder.resolve("bin"));
        program(bin.resolve("sandshell"), "exec " + sandshell() + " \"$@\"\n");
        Files.writeString(this.folder.resolve("environment"), """
                export HOME='%s' XDG_RUNTIME_DIR='%s' SANDSHELL_STATE_DIR='%s' PATH='%s':"$PATH" LANG=C.UTF-8
                unset LC_ALL XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME CDPATH
                cd '%s'
                """.formatted(
                        home, run, this.folder.resolve("state"), bin, project));
    }

    private static String sandshell() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = System.getProperty("sandshell.jar");
        return "'%s' -XX:SharedArchiveFile='%s' -jar '%s'".formatted(java, jar.replaceFirst("jar$", "jsa"), jar);
    }

    private static void program(Path path, String text) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path project() {
        return project;
    }

    /** Puts a configuration where the editor looks for it. */
    void configure(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Starts an editor on what is in the project. */
    void open(String editor) throws Exception {
        terminal = new TmuxScreen(folder, marked, ROWS, COLS);
        terminal.enter(". ./environment; clear; " + editor);
    }

    private TmuxScreen terminal() {
        if (terminal == null) {
            throw new IllegalStateException("no editor is open");
        }
        return terminal;
    }

    void type(String text) throws Exception {
        terminal().type(text);
    }

    /** By the names of tmux. */
    void press(String... keys) throws Exception {
        terminal().press(keys);
    }

    void enter(String line) throws Exception {
        terminal().enter(line);
    }

    /** Looks until all of this is on the screen, however it wraps; the test's own time limit ends that. */
    String see(String... parts) throws Exception {
        return terminal()
                .await(screen -> Stream.of(parts)
                        .allMatch(part -> screen.contains(part)
                                || screen.replace("\\\n", "").contains(part)));
    }

    /** Looks until one of these is on the screen. */
    String seeAny(String... parts) throws Exception {
        return terminal().await(screen -> Stream.of(parts).anyMatch(screen::contains));
    }

    /** Looks until this is not on the screen. */
    void miss(String part) throws Exception {
        terminal().await(screen -> !screen.contains(part));
    }

    /** Types again and again what an editor does not take before it has its server, which it does not say. */
    void insist(String keys, String part) throws Exception {
        terminal().await(screen -> {
            try {
                press("Escape");
                type(keys);
                for (int looks = 0; looks < 20; looks++) {
                    if (terminal().screen().contains(part)) {
                        return true;
                    }
                }
                return false;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Waits until a program runs that one of the shells here has started. */
    void awaitRunning(String program) throws Exception {
        terminal().await(screen -> marked.runs(program));
    }

    /** Runs a program as the person would in another terminal. */
    Outcome run(String command) throws Exception {
        Path out = folder.resolve("out");
        ProcessBuilder program = new ProcessBuilder("sh", "-c", ". ./environment; " + command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        program.environment().remove("JAVA_TOOL_OPTIONS");
        marked.put(program);
        Process process = program.start();
        process.waitFor();
        return new Outcome(process.exitValue(), Files.readString(out));
    }

    record Outcome(int exitCode, String output) {}

    /** The person goes. Nothing may be left, when the daemon has been told to end as well. */
    void leave() throws Exception {
        if (terminal != null) {
            terminal.close();
        }
        run("sandshell daemon stop");
        assertThat(marked.left()).as("processes left behind").isEmpty();
    }
}
