package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sandshell.session.ShellHoldings;
import dev.sandshell.session.ShellHoldings.Variable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real shells print of themselves is read for its names and values. */
final class HoldingsReaderTest {
    @TempDir
    private Path folder;

    private ShellHoldings holdings(String shell, List<String> arguments, String setUp) throws Exception {
        ShellFinder.Found program = ShellFinder.found(shell);
        Path path = Path.of("/usr/bin", shell);
        assumeTrue(Files.isExecutable(path), shell + " is not installed");
        Path script = folder.resolve("script");
        Path output = folder.resolve("output");
        Files.writeString(script, setUp + "\n" + program.dialect().snapshot());
        List<String> command = new java.util.ArrayList<>(List.of(path.toString()));
        command.addAll(arguments);
        command.add(script.toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", "/home/me", "LC_ALL", "C.UTF-8"));
        builder.start().waitFor();
        return program.dialect().holdings(program.dialect().readable(read(output)));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void bash() throws Exception {
        ShellHoldings holdings = holdings("bash", List.of("--norc"), """
                shopt -s expand_aliases
                plain='it'\\''s "one" \\ $x'
                export lines=$'a\\nb\\té'
                numbers=(1 'two words' 3)
                declare -A map=([k]='v w')
                declare -i count=7
                f() { echo 'g () '; cat <<'END'
                g ()
                {
                }
                END
                }
                g() { :; }
                alias ll='ls -l' q="echo 'a b'"
                """);

        assertThat(holdings.variables())
                .containsEntry("plain", new Variable("it's \"one\" \\ $x", false, false))
                .containsEntry("lines", new Variable("a\nb\té", true, false))
                .containsEntry("HOME", new Variable("/home/me", true, false))
                .containsEntry("count", new Variable("7", false, false))
                .containsEntry("numbers", new Variable("([0]=\"1\" [1]=\"two words\" [2]=\"3\")", false, true))
                .containsEntry("map", new Variable("([k]=\"v w\" )", false, true));
        assertThat(holdings.functions().keySet()).containsExactly("f", "g");
        assertThat(holdings.functions().get("f"))
                .startsWith("f () \n{")
                .endsWith("}")
                .contains("cat <<'END'");
        assertThat(holdings.functions()).containsEntry("g", "g () \n{ \n    :\n}");
        assertThat(holdings.aliases()).isEqualTo(Map.of("ll", "ls -l", "q", "echo 'a b'"));
    }

    @Test
    void zsh() throws Exception {
        ShellHoldings holdings = holdings("zsh", List.of("-f"), """
                plain='it'\\''s "one" \\ $x'
                export lines=$'a\\nb\\té'
                numbers=(1 'two words' 3)
                typeset -A map=(k 'v w')
                integer count=7
                f() { echo 'a'
                }
                alias ll='ls -l'
                alias -g G='| grep'
                """);

        assertThat(holdings.variables())
                .containsEntry("plain", new Variable("it's \"one\" \\ $x", false, false))
                .containsEntry("lines", new Variable("a\nb\té", true, false))
                .containsEntry("PATH", new Variable("/usr/bin:/bin", true, false))
                .containsEntry("count", new Variable("7", false, false))
                .containsEntry("numbers", new Variable("( 1 'two words' 3 )", false, true))
                .containsEntry("map", new Variable("( [k]='v w' )", false, true));
        assertThat(holdings.functions()).containsEntry("f", "f () {\n\techo 'a'\n}");
        assertThat(holdings.aliases()).containsEntry("ll", "ls -l").containsEntry("G", "| grep");
    }

    @Test
    void dash() throws Exception {
        ShellHoldings holdings = holdings("dash", List.of(), """
                plain='it'\\''s "one" \\ $x'
                export lines='a
                b'
                f() { :; }
                alias ll='ls -l'
                """);

        assertThat(holdings.variables())
                .containsEntry("plain", new Variable("it's \"one\" \\ $x", false, false))
                .containsEntry("lines", new Variable("a\nb", true, false))
                .containsEntry("PATH", new Variable("/usr/bin:/bin", true, false));
        assertThat(holdings.functions()).isEmpty();
        assertThat(holdings.aliases()).isEqualTo(Map.of("ll", "ls -l"));
    }

    @Test
    void whatIsNoStateHoldsNothingThatIsNot() {
        for (String text :
                List.of("", "'", "declare -x A=\"", "declare -a B=(", "\\builtin eval -- 'f () {", "(", "\n;;")) {
            assertThat(HoldingsReader.ofBash(text).functions()).isEmpty();
            assertThat(HoldingsReader.ofZsh(text).aliases()).isEmpty();
            assertThat(HoldingsReader.ofPosix(text).aliases()).isEmpty();
        }
    }
}
