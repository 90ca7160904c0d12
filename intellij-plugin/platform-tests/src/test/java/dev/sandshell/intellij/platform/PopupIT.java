package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.core.sessions.ExecView;
import dev.sandshell.intellij.core.sessions.SessionView;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform's own pop-ups with what our actions put into them, in a real window and with real keys. */
final class PopupIT extends WindowTest {
    /** A word that nobody has used before: the history is the user's. */
    private final String word = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    @Test
    void commandsAreTypedChosenAndFoundAgain() {
        String apple = "echo apple" + word;
        String pear = "echo pear" + word;
        run(apple, pear);
        popUp("Sandshell.RunCommand");
        awaitOffers(pear, apple);
        frame.picture("run-command");
        frame.keyboard().type("apple" + word);
        Waiting.until(() -> frame.popup().offers().size() == 1, frame.popup()::offers);
        // Into the text, where it is gone on with in another line.
        frame.keyboard().press(KeyEvent.VK_TAB);
        frame.keyboard().press(KeyEvent.VK_ENTER, KeyEvent.VK_SHIFT);
        frame.keyboard().type("echo tart\n");
        frame.popup().awaitGone();
        awaitRuns(apple + "\necho tart");
        popUp("Sandshell.RunCommand");
        awaitOffers(apple, pear, apple);
        frame.keyboard().press(KeyEvent.VK_DOWN);
        frame.keyboard().press(KeyEvent.VK_DOWN);
        frame.keyboard().press(KeyEvent.VK_ENTER);
        frame.popup().awaitGone();
        awaitRuns(pear);
        popUp("Sandshell.SearchHistory");
        frame.keyboard().type("tart " + word);
        Waiting.until(() -> frame.popup().offers().size() == 1, frame.popup()::offers);
        frame.picture("search-history");
        frame.keyboard().press(KeyEvent.VK_ESCAPE);
        frame.popup().awaitGone();
        assertThat(view.newestExecs()).hasSize(4);
    }

    @Test
    void aSessionIsSwitchedToAndACommandsOutputIsShown() throws Exception {
        SessionView other = Waiting.await(service().current().another("other"));
        run("echo apple", "false");
        popUp("Sandshell.SwitchSession");
        assertThat(frame.popup().offers()).hasSize(3);
        frame.picture("switch-session");
        frame.keyboard().type("oth");
        Waiting.until(() -> frame.popup().offers().size() == 1, frame.popup()::offers);
        frame.keyboard().press(KeyEvent.VK_ENTER);
        frame.popup().awaitGone();
        Waiting.until(
                () -> other.id().equals(service().tabs().front()), service().tabs()::front);
        assertThat(service().current().view()).isSameAs(other);
        service().current().switchTo(view.id());
        popUp("Sandshell.ShowOutput");
        frame.picture("show-output");
        assertThat(frame.popup().offers()).hasSize(2);
        assertThat(frame.popup().offers().get(0)).startsWith("false").contains("exit 1");
        frame.keyboard().press(KeyEvent.VK_DOWN);
        frame.keyboard().press(KeyEvent.VK_ENTER);
        Waiting.until(() -> !platform.editors().texts().isEmpty(), frame.popup()::offers);
        assertThat(platform.editors().texts().get("echo apple.log")).startsWith("$ echo apple\napple\n[exit 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sandshell.RunCommand", "Sandshell.RunInBackground", "Sandshell.SearchHistory"})
    void escapeForgetsWhatWasTypedAndRunsNothing(String action) {
        String apple = "echo apple" + word;
        run(apple);
        popUp(action);
        awaitOffers(apple);
        frame.keyboard().type("apple");
        frame.keyboard().press(KeyEvent.VK_DOWN);
        frame.keyboard().press(KeyEvent.VK_ESCAPE);
        frame.popup().awaitGone();
        assertThat(view.newestExecs()).hasSize(1);
        popUp(action);
        awaitOffers(apple);
        frame.keyboard().press(KeyEvent.VK_ESCAPE);
        frame.popup().awaitGone();
    }

    @Test
    void escapeStaysInTheSession() throws Exception {
        Waiting.await(service().current().another("other"));
        popUp("Sandshell.SwitchSession");
        frame.keyboard().type("oth");
        Waiting.until(() -> frame.popup().offers().size() == 1, frame.popup()::offers);
        // The first one takes back what was typed, as everywhere in the platform.
        frame.keyboard().press(KeyEvent.VK_ESCAPE);
        Waiting.until(() -> frame.popup().offers().size() != 1, frame.popup()::offers);
        frame.keyboard().press(KeyEvent.VK_ESCAPE);
        frame.popup().awaitGone();
        assertThat(service().current().view()).isSameAs(view);
    }

    /** Nobody here gives the keyboard back when a pop-up closes, as a desktop does. */
    private void popUp(String action) {
        frame.clickEditor();
        actions().perform(action);
        frame.popup().awaitShown();
    }

    private void run(String... commands) {
        for (String command : commands) {
            service().run(RunRequest.of(command));
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
                    List<String> offers = frame.popup().offers();
                    return offers.size() >= beginnings.length
                            && IntStream.range(0, beginnings.length)
                                    .allMatch(i -> offers.get(i).startsWith(beginnings[i]));
                },
                frame.popup()::offers);
    }
}
