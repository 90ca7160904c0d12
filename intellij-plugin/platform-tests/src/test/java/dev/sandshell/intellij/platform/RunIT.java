package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.ide.SandshellProjectService;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user is told of commands that they run. */
final class RunIT {
    @TempDir
    private Path folder;

    private TestPlatform platform;
    private SandshellProjectService service;

    @BeforeEach
    void open() {
        platform = new TestPlatform(folder);
        service = SandshellProjectService.of(platform.project());
    }

    @AfterEach
    void close() {
        platform.closeAndProveIt();
    }

    @Test
    void whatSucceedsIsToldInPassing() {
        service.run(RunRequest.of("true"));
        Waiting.until(() -> !platform.told().isEmpty(), platform::told);
        assertThat(platform.told().get(0)).matches("true: exit 0 in .*");
        assertThat(platform.notifications().texts()).isEmpty();
        assertThat(service.tabs().front()).isEqualTo(service.current().id());
    }

    @Test
    void whatFailsOffersItsOutput() {
        service.run(RunRequest.of("printf '\\e[31mred\\e[0m\\n'; false"));
        Waiting.until(() -> !platform.notifications().texts().isEmpty(), platform::told);
        assertThat(platform.notifications().texts().get(0))
                .startsWith("WARNING printf")
                .contains(": exit 1 in ");
        assertThat(platform.notifications().actions(0)).isEqualTo(List.of("Show Output", "Re-run"));
        platform.notifications().choose("Show Output");
        Waiting.until(() -> !platform.editors().texts().isEmpty(), platform::told);
        assertThat(platform.editors().texts().values().iterator().next())
                .contains("\nred\n")
                .matches("(?s).*\\[exit 1 in [^\\n]*\\]\\n");
        platform.notifications().choose("Re-run");
        Waiting.until(() -> platform.notifications().texts().size() == 2, platform::told);
    }

    @Test
    void whatTakesItsTimeIsATaskThatEndsWithTheCommand() throws Exception {
        service.run(RunRequest.of("trap 'sleep 0.3; echo trapped; exit 3' INT; echo step one; sleep 600"));
        Waiting.until(() -> !platform.progress().tasks().isEmpty(), platform::told);
        TestProgress.Shown shown = platform.progress().tasks().get(0);
        Waiting.until(
                () -> "step one".equals(shown.indicator().getText2()),
                () -> shown.indicator().getText2());
        shown.indicator().cancel();
        shown.thread().join();
        Waiting.until(() -> service.current().view().current() == null, platform::told);
        Waiting.until(() -> !platform.told().isEmpty(), platform.notifications()::texts);
        assertThat(platform.told().get(0)).endsWith(": cancelled");
        assertThat(platform.notifications().texts()).isEmpty();
    }
}
