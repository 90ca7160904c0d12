package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.openapi.actionSystem.AnAction;
import com.intellij.openapi.editor.Document;
import com.intellij.openapi.editor.Editor;
import com.intellij.ui.content.Content;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.SandshellWorkspace;
import dev.sandshell.intellij.ide.toolwindow.SessionTabs;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Actions as an IDE performs them, with the real server. */
final class ActionsIT extends PlatformTest {
    @Test
    void makeSenseOnlyWhereThereIsSomethingToActOn() throws Exception {
        assertThat(actions().enabled())
                .doesNotContain(
                        "Sandshell.Interrupt",
                        "Sandshell.Kill",
                        "Sandshell.Rerun",
                        "Sandshell.RunFile",
                        "Sandshell.RenameSession",
                        "Sandshell.DeleteSession")
                .contains("Sandshell.RunCommand", "Sandshell.NewSession", "Sandshell.OpenTerminal", "Sandshell.Doctor");
        Waiting.await(service().current().ensure());
        assertThat(actions().enabled())
                .contains("Sandshell.Interrupt", "Sandshell.RenameSession", "Sandshell.DeleteSession")
                .doesNotContain("Sandshell.Kill", "Sandshell.Rerun");
    }

    @Test
    void allSayWhatTheyDo() {
        for (String id : actions().all()) {
            AnAction action = platform.actions().getAction(id);
            assertThat(action.getTemplatePresentation().getText()).as(id).isNotBlank();
            assertThat(action.getTemplatePresentation().getDescription()).as(id).isNotBlank();
        }
    }

    @Test
    void aNewSessionIsTheProjectsFromThenOn() {
        String own = folder().getFileName().toString();
        awaitTabs(List.of(own));
        answer("build");
        actions().perform("Sandshell.NewSession");
        awaitTabs(List.of(own, "build"));
        SessionView made = session();
        assertThat(made.session().name()).isEqualTo("build");
        answer("mine");
        actions().perform("Sandshell.RenameSession");
        awaitTabs(List.of(own, "mine"));
        assertThat(made.session().name()).isEqualTo("build");
        answer("COLOUR", "blue");
        actions().perform("Sandshell.SetEnvironment");
        awaitTold("COLOUR is set in mine");
        actions().perform("Sandshell.RunFile", editor("test \"$COLOUR\" = blue"));
        Waiting.until(() -> platform.told().stream().anyMatch(text -> text.contains(": exit 0 in ")), platform::told);
        actions().perform("Sandshell.DeleteSession");
        awaitTabs(List.of(own));
    }

    @Test
    void interruptAndKillStopWhatRuns() {
        actions().perform("Sandshell.RunFile", editor("sleep 600"));
        awaitRunning("sleep 600");
        actions().perform("Sandshell.Interrupt");
        Waiting.until(() -> platform.notifications().texts().size() == 1, platform::told);
        assertThat(platform.notifications().texts().get(0)).contains("sleep 600: exit 130");
        actions().perform("Sandshell.Rerun");
        awaitRunning("sleep 600");
        actions().perform("Sandshell.Kill");
        Waiting.until(() -> platform.notifications().texts().size() == 2, platform::told);
        // Of sleep or, where it has not begun yet, of the shell that is about to start it.
        assertThat(platform.notifications().texts().get(1)).matches(".*sleep 600: (exit 137|killed by SIGKILL) in .*");
    }

    @Test
    void tabsComeBackWithTheProject() throws Exception {
        SessionView first = Waiting.await(service().current().ensure());
        SessionView second = Waiting.await(service().current().another("second"));
        Waiting.onUi(() -> {
            service().tabs().reveal(first, true);
            service().tabs().reveal(second, true);
            service().tabs().reveal(first, true);
            return null;
        });
        // The tool window fills itself by and by.
        Waiting.until(() -> SandshellWorkspace.of(platform.project()).tabs().size() == 2, platform::told);
        TestToolWindow another = new TestToolWindow(platform.project());
        SessionTabs tabs = new SessionTabs(
                platform.project(),
                service().sessions(),
                service().current(),
                service().ui());
        Waiting.onUi(() -> {
            another.isFilledBy(tabs);
            return null;
        });
        Waiting.until(() -> Waiting.onUi(() -> another.getContentManager().getContentCount()) == 2, platform::told);
        Waiting.until(() -> first.id().equals(tabs.front()), tabs::front);
        Waiting.onUi(() -> {
            tabs.dispose();
            return null;
        });
    }

    @Test
    void doctorAndLogAreTexts() {
        actions().perform("Sandshell.Doctor");
        actions().perform("Sandshell.ShowLog");
        Waiting.until(() -> platform.editors().texts().size() == 2, platform.editors()::texts);
        assertThat(platform.editors().texts().get("Sandshell Doctor.txt")).contains("bash");
    }

    private void answer(String... answers) {
        ArrayDeque<String> left = new ArrayDeque<>(List.of(answers));
        platform.messages().answer(left::remove);
    }

    /** An editor with a text, and nothing else. */
    private static Editor editor(String text) {
        Document document = (Document) Proxy.newProxyInstance(
                ActionsIT.class.getClassLoader(),
                new Class<?>[] {Document.class},
                (proxy, method, arguments) -> method.getName().equals("getText") ? text : null);
        return (Editor) Proxy.newProxyInstance(
                ActionsIT.class.getClassLoader(),
                new Class<?>[] {Editor.class},
                (proxy, method, arguments) -> method.getName().equals("getDocument") ? document : null);
    }

    private void awaitRunning(String command) {
        Waiting.until(
                () -> {
                    SessionView view = service().current().view();
                    return view != null
                            && view.current() != null
                            && view.current().command().equals(command);
                },
                platform::told);
    }

    private void awaitTold(String text) {
        Waiting.until(() -> platform.told().contains(text), platform::told);
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
