package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.commands.RunRequest;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The platform's own dialogues, filled in with real keys. */
final class DialogIT extends WindowTest {
    @BeforeEach
    void open() {
        frame.clickEditor();
    }

    @Test
    void aVariableIsSetAndUnset() {
        ask("Sandshell.SetEnvironment", "(1/2)");
        // Nothing is no name, so Enter does nothing.
        frame.keyboard().type("\nCOLOUR");
        frame.picture("set-environment");
        frame.keyboard().press(KeyEvent.VK_ENTER);
        frame.awaitDialog("(2/2)");
        frame.keyboard().type("deep blue\n");
        awaitTold("COLOUR is set in shop");
        assertThat(printed()).isEqualTo("<deep blue>");
        ask("Sandshell.SetEnvironment", "(1/2)");
        frame.keyboard().type("COLOUR\n");
        frame.awaitDialog("(2/2)");
        // What it is stands there, selected.
        frame.picture("set-environment-value");
        frame.keyboard().press(KeyEvent.VK_DELETE);
        frame.keyboard().press(KeyEvent.VK_ENTER);
        awaitTold("COLOUR is unset in shop");
        assertThat(printed()).isEqualTo("<unset>");
    }

    @Test
    void whoThinksBetterOfItChangesNothing() {
        ask("Sandshell.SetEnvironment", "(1/2)");
        frame.keyboard().type("COLOUR\n");
        frame.awaitDialog("(2/2)");
        frame.keyboard().type("blue");
        frame.keyboard().press(KeyEvent.VK_ESCAPE);
        frame.awaitNoDialog();
        ask("Sandshell.NewSession", "New Session");
        frame.keyboard().press(KeyEvent.VK_ESCAPE);
        frame.awaitNoDialog();
        ask("Sandshell.DeleteSession", "Delete");
        frame.keyboard().press(KeyEvent.VK_ESCAPE);
        frame.awaitNoDialog();
        assertThat(printed()).isEqualTo("<unset>");
        assertThat(service().sessions().all()).containsExactly(view);
    }

    private void ask(String action, String title) {
        frame.clickEditor();
        actions().begin(action);
        frame.awaitDialog(title);
    }

    private void awaitTold(String text) {
        Waiting.until(() -> platform.told().contains(text), platform::told);
    }

    /** What a command of the session has of the variable. */
    private String printed() {
        int before = view.newestExecs().size();
        service().run(RunRequest.of("echo \"<${COLOUR-unset}>\""));
        Waiting.until(
                () -> view.newestExecs().size() > before
                        && !view.newestExecs().get(0).isRunning(),
                frame::text);
        return view.newestExecs().get(0).lastLine();
    }
}
