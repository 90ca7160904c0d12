package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.mock.MockFileDocumentManagerImpl;
import com.intellij.openapi.command.CommandProcessor;
import com.intellij.openapi.command.impl.CoreCommandProcessor;
import com.intellij.openapi.editor.Document;
import com.intellij.openapi.editor.impl.DocumentImpl;
import com.intellij.openapi.fileEditor.FileDocumentManager;
import com.intellij.openapi.vfs.VirtualFile;
import com.intellij.testFramework.LightVirtualFile;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.core.sessions.ExecView;
import dev.sandshell.intellij.core.sessions.SessionView;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the user is told of commands that they run. */
final class RunIT extends PlatformTest {
    @Test
    void whatSucceedsIsToldInPassing() {
        service().run(RunRequest.of("true"));
        Waiting.until(() -> !platform.told().isEmpty(), platform::told);
        assertThat(platform.told().get(0)).matches("true: exit 0 in .*");
        assertThat(platform.notifications().texts()).isEmpty();
        assertThat(service().tabs().front()).isEqualTo(service().current().id());
    }

    @Test
    void whatFailsOffersItsOutput() {
        service().run(RunRequest.of("printf '\\e[31mred\\e[0m\\n'; false"));
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
    void theOutputOfWhatRunsIsFollowedToItsEnd() throws Exception {
        Map<VirtualFile, Document> documents = new ConcurrentHashMap<>();
        platform.application()
                .registerService(FileDocumentManager.class, new MockFileDocumentManagerImpl(text -> null, null) {
                    @Override
                    public Document getDocument(VirtualFile file) {
                        return documents.computeIfAbsent(
                                file, shown -> new DocumentImpl(((LightVirtualFile) shown).getContent(), true));
                    }
                });
        platform.application().registerService(CommandProcessor.class, new CoreCommandProcessor());
        service().run(RunRequest.of("echo one; until test -e go; do sleep 0.1; done; echo two"));
        Waiting.until(() -> service().runs().last() != null && running() != null, platform::told);
        service().outputs().show(Objects.requireNonNull(running()).execId());
        Waiting.until(() -> !platform.editors().texts().isEmpty(), platform::told);
        String name = platform.editors().texts().keySet().iterator().next();
        Waiting.until(
                () -> platform.editors().textNow(name).endsWith("\none\n[running]\n"),
                () -> platform.editors().textNow(name));
        Files.createFile(folder().resolve("go"));
        Waiting.until(
                () -> platform.editors().textNow(name).matches("(?s).*\\none\\ntwo\\n\\[exit 0 in .*\\]\\n"),
                () -> platform.editors().textNow(name));
    }

    private @Nullable ExecView running() {
        SessionView view = service().current().view();
        return view == null ? null : view.current();
    }

    @Test
    void whatTakesItsTimeIsATaskThatEndsWithTheCommand() throws Exception {
        service().run(RunRequest.of("trap 'sleep 0.3; echo trapped; exit 3' INT; echo step one; sleep 600"));
        Waiting.until(() -> !platform.progress().tasks().isEmpty(), platform::told);
        TestProgress.Shown shown = platform.progress().tasks().get(0);
        Waiting.until(
                () -> "step one".equals(shown.indicator().getText2()),
                () -> shown.indicator().getText2());
        shown.indicator().cancel();
        shown.thread().join();
        Waiting.until(() -> session().current() == null, platform::told);
        Waiting.until(() -> !platform.told().isEmpty(), platform.notifications()::texts);
        assertThat(platform.told().get(0)).endsWith(": cancelled");
        assertThat(platform.notifications().texts()).isEmpty();
    }
}
