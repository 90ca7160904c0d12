package dev.sandshell.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A person's terminal, played by tmux: keys go in, screens come out. Without tmux the test is skipped, or fails where the
 * environment has {@code CI=true}. Confined to its test.
 */
public final class TmuxScreen {
    private final Path folder;
    private final Marked marked;

    /** Opens a terminal with a POSIX shell in it, whose prompt is a dollar sign. */
    public TmuxScreen(Path folder, Marked marked, int rows, int cols) throws Exception {
        boolean isThere = isOnPath("tmux");
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(isThere, "tmux is not installed");
        }
        this.folder = folder;
        this.marked = marked;
        tmux("-f", "/dev/null", "new-session", "-d", "-x", "" + cols, "-y", "" + rows, "env PS1='$ ' ENV= sh -i");
        await(screen -> screen.startsWith("$"));
    }

    static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private String tmux(String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("tmux", "-u", "-S", folder.resolve("tmux").toString()));
        command.addAll(List.of(words));
        Path out = folder.resolve("tmux-out");
        ProcessBuilder program = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        program.environment().remove("TMUX");
        program.environment().remove("JAVA_TOOL_OPTIONS");
        marked.put(program);
        Process process = program.start();
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("tmux " + String.join(" ", words) + ": " + Files.readString(out));
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    /** Types text as it is. */
    public void type(String text) throws Exception {
        tmux("send-keys", "-l", text);
    }

    /** Presses keys by tmux's names, such as {@code Enter} and {@code C-c}. */
    public void press(String... keys) throws Exception {
        tmux(Stream.concat(Stream.of("send-keys"), Stream.of(keys)).toArray(String[]::new));
    }

    public void enter(String line) throws Exception {
        type(line);
        press("Enter");
    }

    void resize(int rows, int cols) throws Exception {
        tmux("resize-window", "-x", "" + cols, "-y", "" + rows);
    }

    public String screen() throws Exception {
        return tmux("capture-pane", "-p");
    }

    /** What tmux knows of the terminal, in a format of tmux's. */
    String ask(String format) throws Exception {
        return tmux("display-message", "-p", format).strip();
    }

    /** Looks until the screen is as it should be; the test's own time limit ends that. */
    public String await(Predicate<String> isRight) throws Exception {
        String last = screen();
        try {
            while (!isRight.test(last)) {
                // tmux itself takes some milliseconds, so this does not spin.
                last = screen();
            }
        } catch (InterruptedException e) {
            throw new AssertionError("the screen stayed:\n" + last, e);
        }
        return last;
    }

    /** The same for a line that is on the screen. */
    public String awaitLine(String line) throws Exception {
        return await(
                screen -> screen.lines().anyMatch(shown -> shown.stripTrailing().equals(line)));
    }

    /** Ends tmux and all that runs in it. */
    public void close() throws Exception {
        tmux("kill-server");
    }
}
