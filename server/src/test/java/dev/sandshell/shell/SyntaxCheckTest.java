package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sandshell.session.SyntaxComplaint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script is read by a real shell, which runs nothing of it. */
final class SyntaxCheckTest {
    private static Optional<SyntaxComplaint> check(String shell, String script) {
        Path path = Path.of("/usr/bin", shell);
        assumeTrue(Files.isExecutable(path), shell + " is not installed");
        Optional<SyntaxComplaint> complaint = SyntaxCheck.of(ShellFinder.found(path.toString()), script);
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().command().orElse("").endsWith(shell)))
                .isEmpty();
        return complaint;
    }

    @Test
    void whatIsRightHasNothingAgainstIt() {
        assertThat(check("bash", "for x in a; do echo \"$x\"; done\n")).isEmpty();
        assertThat(check("bash", "case a in @(a|b)) ;; esac\n")).isEmpty();
        assertThat(check("bash", "cat <<E\nno end, which is a warning\n")).isEmpty();
        assertThat(check("dash", "echo é\n")).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertThat(check("bash", "ls\ndone\n"))
                .contains(new SyntaxComplaint(2, "syntax error near unexpected token `done'"));
        assertThat(check("bash", "if true; then\n"))
                .contains(new SyntaxComplaint(2, "syntax error: unexpected end of file"));
        assertThat(check("dash", "ls\n)\n")).contains(new SyntaxComplaint(2, "Syntax error: \")\" unexpected"));
    }

    @Test
    void nothingIsRun(@TempDir Path folder) {
        Path file = folder.resolve("made");

        check("bash", "x=$(touch '" + file + "'); touch '" + file + "'\necho <(touch '" + file + "')\n");
        check("dash", "touch '" + file + "'\n");

        assertThat(file).doesNotExist();
    }

    @Test
    void moreThanAPipeHoldsIsReadAndSaid() {
        assertThat(check("bash", "echo a\n".repeat(100_000))).isEmpty();
        assertThat(check("bash", "echo " + "a".repeat(300_000) + " )\n"))
                .contains(new SyntaxComplaint(1, "syntax error near unexpected token `)'"));
        assertThat(check("bash", ")\n" + "echo a\n".repeat(100_000))).isPresent();
    }
}
