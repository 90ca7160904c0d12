package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.openapi.ui.popup.StackingPopupDispatcher;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.core.sessions.ExecView;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.SandshellProjectService;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform's own pop-ups with what our actions put into them, in a real window and with real keys. */
@Tag("window")
final class PopupIT {
    /** A word that nobody has used before: the history is the user's. */
    private final String word = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    @TempDir
    private Path folder;

    private TestPlatform platform;
    private UserActions actions;
    private TestFrame frame;
    private SandshellProjectService service;
    private SessionView view;

    @BeforeAll
    static void needsAScreen() {
        TestFrame.needsAScreen();
    }

    @BeforeEach
    void open() throws Exception {
        platform = new TestPlatform(Files.createDirectory(folder.resolve("shop")));
        actions = new UserActions(platform);
        service = SandshellProjectService.of(platform.project());
        frame = TestFrame.of(platform.sandshell().getContentManager());
        Waiting.until(() -> service.tabs().front() != null, () -> "no tab");
        view = service.current().view();
    }

    @AfterEach
    void close() {
        frame.close();
        platform.closeAndProveIt();
    }

    @Test
    void commandsAreTypedChosenAndFoundAgain() {
        String apple = "echo apple" + word;
        String pear = "echo pear" + word;
        run(apple, pear);
        popUp("Sandshell.RunCommand");
        awaitOffers(pear, apple);
        frame.picture("run-command");
        frame.type("apple" + word);
        Waiting.until(() -> frame.offers().size() == 1, frame::offers);
        // Into the text, where it is gone on with in another line.
        frame.press(KeyEvent.VK_TAB);
        frame.press(KeyEvent.VK_ENTER, KeyEvent.VK_SHIFT);
        frame.type("echo tart\n");
        frame.awaitNoPopup();
        awaitRuns(apple + "\necho tart");
        popUp("Sandshell.RunCommand");
        awaitOffers(apple, pear, apple);
        frame.press(KeyEvent.VK_DOWN);
        frame.press(KeyEvent.VK_DOWN);
        frame.press(KeyEvent.VK_ENTER);
        frame.awaitNoPopup();
        awaitRuns(pear);
        popUp("Sandshell.SearchHistory");
        frame.type("tart " + word);
        Waiting.until(() -> frame.offers().size() == 1, frame::offers);
        frame.picture("search-history");
        Waiting.onUi(() -> StackingPopupDispatcher.getInstance().closeActivePopup());
        frame.awaitNoPopup();
        assertThat(view.newestExecs()).hasSize(4);
    }

    @Test
    void aSessionIsSwitchedToAndACommandsOutputIsShown() throws Exception {
        SessionView other = Waiting.await(service.current().another("other"));
        run("echo apple", "false");
        popUp("Sandshell.SwitchSession");
        assertThat(frame.offers()).hasSize(3);
        frame.picture("switch-session");
        frame.type("oth");
        Waiting.until(() -> frame.offers().size() == 1, frame::offers);
        frame.press(KeyEvent.VK_ENTER);
        frame.awaitNoPopup();
        Waiting.until(() -> other.id().equals(service.tabs().front()), service.tabs()::front);
        assertThat(service.current().view()).isSameAs(other);
        service.current().switchTo(view.id());
        popUp("Sandshell.ShowOutput");
        frame.picture("show-output");
        assertThat(frame.offers()).hasSize(2);
        assertThat(frame.offers().get(0)).startsWith("false").contains("exit 1");
        frame.press(KeyEvent.VK_DOWN);
        frame.press(KeyEvent.VK_ENTER);
        Waiting.until(() -> !platform.editors().texts().isEmpty(), frame::offers);
        assertThat(platform.editors().texts().get("echo apple.log")).startsWith("$ echo apple\napple\n[exit 0");
    }

    /** Nobody here gives the keyboard back when a pop-up closes, as a desktop does. */
    private void popUp(String action) {
        frame.clickEditor();
        actions.perform(action);
        frame.awaitPopup();
    }

    private void run(String... commands) {
        for (String command : commands) {
            service.run(RunRequest.of(command));
            awaitRuns(command);
        }
    }

    /** The last that has been run, and has ended. */
    private void awaitRuns(String command) {
        Waiting.until(
                () -> view.newestExecs().stream()
                        .limit(1)
                        .anyMatch(exec -> exec.command().equals(command) && !exec.isRunning()),
                () -> view.newestExecs().stream().map(ExecView::command).toList());
    }

    /** It begins with these. */
    private void awaitOffers(String... beginnings) {
        Waiting.until(
                () -> {
                    List<String> offers = frame.offers();
                    return offers.size() >= beginnings.length
                            && IntStream.range(0, beginnings.length)
                                    .allMatch(i -> offers.get(i).startsWith(beginnings[i]));
                },
                frame::offers);
    }
}
