package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.ui.content.Content;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.SandshellProjectService;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool window and its tabs, with the real server. */
final class ToolWindowIT {
    @TempDir
    private Path folder;

    private TestPlatform platform;

    @BeforeEach
    void open() {
        platform = new TestPlatform(folder);
    }

    @AfterEach
    void close() throws Exception {
        platform.closeAndProveIt();
    }

    @Test
    void beginsWithTheSessionOfTheFolder() {
        Waiting.onUi(platform.sandshell()::getContentManager);
        awaitTabs(List.of(folder.getFileName().toString()));
    }

    @Test
    void hasOneTabASession() throws Exception {
        SandshellProjectService service = SandshellProjectService.of(platform.project());
        SessionView view = Waiting.await(service.current().ensure());
        SessionView other = Waiting.await(service.current().another("other"));
        Waiting.onUi(() -> {
            service.tabs().reveal(view, false);
            service.tabs().reveal(other, true);
            service.tabs().reveal(view, true);
            return null;
        });
        awaitTabs(List.of(view.session().name(), "other"));
        assertThat(service.tabs().front()).isEqualTo(view.id());
        Waiting.onUi(() -> {
            service.tabs().rename(other, "mine");
            return null;
        });
        awaitTabs(List.of(view.session().name(), "mine"));
        Waiting.await(service.sessions().delete(other.id()));
        awaitTabs(List.of(view.session().name()));
    }

    private void awaitTabs(List<String> names) {
        Waiting.until(() -> tabs().equals(names), this::tabs);
    }

    private List<String> tabs() {
        return Waiting.onUi(
                () -> Arrays.stream(platform.sandshell().getContentManager().getContents())
                        .map(Content::getDisplayName)
                        .toList());
    }
}
