package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quoted word comes out of every shell that is here as it went in. */
@Timeout(30)
final class QuotingTest {
    @TempDir
    Path folder;

    private static List<String> words() {
        List<String> words = new ArrayList<>(List.of(
                "",
                "'",
                "''",
                "'\\''",
                "\\",
                "\\'",
                "a'b\"c`d$e",
                "$(exit)",
                "!!",
                "~",
                "*",
                "-n",
                "\n",
                "a\n",
                "\r\n\t",
                "#",
                "é日本😀"));
        words.add(IntStream.range(1, 0x180).mapToObj(Character::toString).collect(Collectors.joining()));
        Random random = new Random(42);
        for (int i = 0; i < 100; i++) {
            words.add(random.ints(random.nextInt(20), 1, 128)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()));
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "/bin/bash", "/bin/dash", "/bin/zsh", "/usr/bin/zsh"})
    void everyWordComesBackAsItWas(String shell) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(shell)), shell + " is not here");
        List<String> words = words();
        Path script = folder.resolve("script");
        Path output = folder.resolve("output");
        Files.writeString(
                script, "printf '%s\\0' " + words.stream().map(Quoting::quote).collect(Collectors.joining(" ")) + "\n");
        Process process = new ProcessBuilder(shell, script.toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        List<String> read =
                List.of(Files.readString(output, StandardCharsets.UTF_8).split("\0", -1));
        assertThat(read.subList(0, read.size() - 1)).isEqualTo(words);
    }
}
