package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ExecOptionsTest {
    private static ExecOptions of(String... words) {
        CommandSpec spec = CommandSpec.create();
        ExecOptions.declare(spec);
        return ExecOptions.of(
                new CommandLine(spec).setOverwrittenOptionsAllowed(true).parseArgs(words));
    }

    @Test
    void aCommandIsEnough() {
        assertThat(of("true"))
                .isEqualTo(new ExecOptions(
                        "default", null, false, null, ImmutableMap.of(), null, false, ImmutableList.of("true")));
    }

    @Test
    void everythingCanBeSaid() {
        assertThat(of(
                        "--session=s",
                        "--timeout=1s",
                        "--json",
                        "--cwd=/tmp",
                        "--env=A=",
                        "--env=A=x=y",
                        "--shell=zsh",
                        "-i",
                        "a",
                        "b"))
                .isEqualTo(new ExecOptions(
                        "s",
                        Duration.ofSeconds(1),
                        true,
                        "/tmp",
                        ImmutableMap.of("A", "x=y"),
                        "zsh",
                        true,
                        ImmutableList.of("a", "b")));
    }

    @Test
    void aFolderMayBeRelative() {
        assertThat(of("--cwd=a/../b", "true").cwd()).isEqualTo(Path.of("").toAbsolutePath() + "/a/../b");
    }
}
