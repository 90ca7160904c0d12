package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.ui.content.Content;
import dev.sandshell.intellij.core.sessions.SessionView;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tool window and its tabs, with the real server. */
final class ToolWindowIT extends PlatformTest {
    @Test
    void beginsWithTheSessionOfTheFolder() {
        Waiting.onUi(platform.sandshell()::getContentManager);
        awaitTabs(List.of(folder().getFileName().toString()));
    }

    @Test
    void hasOneTabASession() throws Exception {
        SessionView view = Waiting.await(service().current().ensure());
        SessionView other = Waiting.await(service().current().another("other"));
        Waiting.onUi(() -> {
            service().tabs().reveal(view, false);
            service().tabs().reveal(other, true);
            service().tabs().reveal(view, true);
            return null;
        });
        awaitTabs(List.of(view.session().name(), "other"));
        assertThat(service().tabs().front()).isEqualTo(view.id());
        Waiting.onUi(() -> {
            service().tabs().rename(other, "mine");
            return null;
        });
        awaitTabs(List.of(view.session().name(), "mine"));
        Waiting.await(service().sessions().delete(other.id()));
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
