package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExecOptionsTest {
    private static ExecOptions of(String... words) throws UsageException {
        return ExecOptions.of(Arguments.parse(
                List.of(words),
                Set.of("--json", "-i", "--stdin"),
                Set.of("--session", "--timeout", "--cwd", "--env", "--shell")));
    }

    @Test
    void aCommandIsEnough() throws UsageException {
        assertThat(of("true"))
                .isEqualTo(new ExecOptions(
                        "default", null, false, null, ImmutableMap.of(), null, false, ImmutableList.of("true")));
    }

    @Test
    void everythingCanBeSaid() throws UsageException {
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
    void aFolderMayBeRelative() throws UsageException {
        assertThat(of("--cwd=a/../b", "true").cwd()).isEqualTo(Path.of("").toAbsolutePath() + "/a/../b");
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> of("--json")).hasMessage("which command?");
        assertThatThrownBy(() -> of("--env=A", "true")).hasMessage("--env must be NAME=VALUE, got \"A\"");
        assertThatThrownBy(() -> of("--env==x", "true")).hasMessage("--env must be NAME=VALUE, got \"=x\"");
    }
}
