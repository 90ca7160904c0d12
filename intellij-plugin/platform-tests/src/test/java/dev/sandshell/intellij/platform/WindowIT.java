package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.execution.process.ConsoleHighlighter;
import com.intellij.execution.ui.ConsoleViewContentType;
import com.intellij.mock.MockFileDocumentManagerImpl;
import com.intellij.openapi.editor.colors.EditorColorsScheme;
import com.intellij.openapi.fileEditor.FileDocumentManager;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.ide.settings.SandshellConfigurable;
import dev.sandshell.intellij.ide.toolwindow.SessionTabs;
import java.awt.Color;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JSpinner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tool window in a real window, with a keyboard and a mouse that AWT's robot moves. */
final class WindowIT extends WindowTest {
    @BeforeEach
    void open() throws Exception {
        frame.clickTerminal();
        Waiting.until(() -> service().tabs().isFocused(view.id()), () -> "no focus");
    }

    @Test
    void isTypedInto() throws Exception {
        frame.keyboard().type("for i in 1 2 3; do printf '\\e[3%dmcolour %d\\e[0m \\e[1mbold\\e[0m\\n' $i $i; done\n");
        awaitText("colour 3 bold");
        frame.picture("prompt");
        frame.keyboard().type("vim -u NONE notes.txt\n");
        awaitText("\"notes.txt\" [New");
        frame.keyboard().type("ihello from vim");
        awaitText("hello from vim");
        frame.picture("vim");
        frame.keyboard().press(KeyEvent.VK_ESCAPE);
        frame.keyboard().type(":wq\n");
        Path notes = folder().resolve("notes.txt");
        Waiting.until(() -> Files.exists(notes) && read(notes).equals("hello from vim\n"), this::text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void showsWideCharactersInTheirColumns() {
        frame.clickEditor();
        service().run(RunRequest.of("""
                printf '%s\\n' '┌────────┬──────┬────┐' '│ 日本語 │ 漢字 │ 🙂 │' '├────────┼──────┼────┤' \
                  '│ naïve  │ abcd │ ok │' '└────────┴──────┴────┘'"""));
        awaitText("naïve");
        frame.picture("wide");
        assertThat(text()).contains("│ 日本語 │ 漢字 │ 🙂 │");
    }

    @Test
    void showsColoursAndAttributes() {
        frame.clickEditor();
        service().run(RunRequest.of("""
                for i in 0 1 2 3 4 5 6 7; do printf '\\e[4%dm   \\e[10%dm   ' $i $i; done; echo
                for i in $(seq 16 51) $(seq 232 255); do printf '\\e[48;5;%dm ' $i; done; printf '\\e[m\\n'
                for i in $(seq 0 4 255); do printf '\\e[48;2;255;%d;%dm ' $i $((255 - i)); done; printf '\\e[m\\n'
                printf '\\e[1mbold\\e[m \\e[2mfaint\\e[m \\e[3mitalic\\e[m \\e[4munderlined\\e[m \\e[4:3mwavy\\e[m '
                printf '\\e[7minverse\\e[m \\e[9mstruck\\e[m \\e[1;3;4;38;2;255;128;0mall of it\\e[m\\n'"""));
        awaitText("all of it");
        // One of each: of the IDE's scheme, of the palette of 256, of 24 bits.
        Color red =
                platform.colours().dark().getAttributes(ConsoleHighlighter.RED).getForegroundColor();
        for (Color colour : List.of(red, new Color(0, 0xaf, 0xff), new Color(255, 128, 127))) {
            Waiting.until(() -> frame.shows(colour), () -> colour);
        }
        frame.picture("colours");
    }

    @Test
    void cancelEndsWithTheCommand() throws Exception {
        frame.clickEditor();
        awaitText("bash");
        service().run(RunRequest.of("for i in $(seq 1 100); do echo step $i; sleep 1; done"));
        Waiting.until(() -> !platform.progress().tasks().isEmpty(), this::text);
        TestProgress.Shown shown = platform.progress().tasks().get(0);
        Waiting.until(() -> String.valueOf(shown.indicator().getText2()).startsWith("step"), this::text);
        shown.indicator().cancel();
        shown.thread().join();
        Waiting.until(() -> view.current() == null, this::text);
        awaitText("exit 130 in");
        frame.picture("cancel");
    }

    @Test
    void asksForSecretsInADialogThatDoesNotShowThem() {
        frame.clickEditor();
        service().run(RunRequest.of("read -rsp 'Password: ' word; echo; echo \"${#word} characters\""));
        frame.awaitDialog("waits for input");
        frame.keyboard().type("sesame");
        frame.picture("password");
        frame.keyboard().press(KeyEvent.VK_ENTER);
        awaitText("6 characters");
        frame.awaitNoDialog();
        assertThat(text()).doesNotContain("sesame");
    }

    @Test
    void followsTheIdesColoursAndTheFontOfTheSettingsAtOnce() {
        int columns = view.session().size().cols();
        awaitGround(platform.colours().dark());
        Waiting.onUi(() -> {
            platform.colours().setGlobalScheme(platform.colours().light());
            return null;
        });
        awaitGround(platform.colours().light());
        TestPlatform.addExtensionPoint(
                "com.intellij.experimentalFeature", "com.intellij.openapi.application.ExperimentalFeature");
        Waiting.onUi(() -> {
            SandshellConfigurable page = new SandshellConfigurable();
            new Fields(page.createComponent())
                    .labelled("Font size:", JSpinner.class)
                    .setValue(26);
            page.apply();
            page.disposeUIResources();
            return null;
        });
        Waiting.until(() -> view.session().size().cols() < columns * 2 / 3, view::session);
        frame.picture("look");
    }

    private void awaitGround(EditorColorsScheme scheme) {
        Color ground = scheme.getColor(ConsoleViewContentType.CONSOLE_BACKGROUND_KEY);
        Waiting.until(() -> frame.ground().equals(ground), frame::ground);
    }

    @Test
    void whatIsSelectedIsCopiedAndPasted() {
        frame.keyboard().type("echo cop''per\n");
        awaitText("\ncopper");
        frame.doubleClick("copper");
        frame.keyboard().press(KeyEvent.VK_C, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        frame.keyboard().type("echo \"<");
        frame.keyboard().press(KeyEvent.VK_V, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        frame.keyboard().type(">\"\n");
        awaitText("\n<copper>");
    }

    @Test
    void linksOpen() {
        String url = "https://sandshell.example/page";
        frame.keyboard().type("echo see " + url + "\n");
        awaitText("\nsee " + url);
        frame.controlClick("see ", url);
        Waiting.until(() -> !platform.browsed().isEmpty(), this::text);
        assertThat(platform.browsed()).containsExactly(url);
    }

    @Test
    void linksToPlacesInFilesOpenTheEditorThere() throws Exception {
        platform.application()
                .registerService(FileDocumentManager.class, new MockFileDocumentManagerImpl(ignored -> null, null));
        Path source = Files.writeString(
                Files.createDirectory(folder().resolve("src")).resolve("main.c"), "int main() {\n    return x;\n}\n");
        frame.keyboard().type("echo src/main.c:2:12: error\n");
        awaitText("\nsrc/main.c:2:12: error");
        frame.controlClick("", "src/main.c:2:12: error");
        Waiting.until(() -> !platform.editors().places().isEmpty(), this::text);
        assertThat(platform.editors().places()).containsExactly(source + ":2:12");
        // One that has gone since is told of, and opens nothing.
        frame.keyboard().type("echo src/main.c:3: note\n");
        awaitText("\nsrc/main.c:3: note");
        Files.delete(source);
        frame.controlClick("", "src/main.c:3: note");
        Waiting.until(() -> platform.told().contains("There is no file " + source), platform::told);
        assertThat(platform.editors().places()).hasSize(1);
    }

    /** Two windows on one folder: each has its own tab on the folder's session. */
    @Test
    void twoTabsOfOneSessionAreLiveAndTheOneThatIsTypedIntoGivesTheSize() {
        TestToolWindow window = new TestToolWindow(platform.project());
        SessionTabs tabs = new SessionTabs(
                platform.project(),
                service().sessions(),
                service().current(),
                service().ui());
        Waiting.onUi(() -> {
            window.isFilledBy(tabs);
            return null;
        });
        try (TestFrame second = TestFrame.of(window.getContentManager(), 560, 300)) {
            second.clickTerminal();
            Waiting.until(() -> tabs.isFocused(view.id()), second::text);
            Waiting.until(() -> view.session().size().cols() < 80, view::session);
            second.keyboard().type("echo from the sec''ond\n");
            Waiting.until(() -> second.text().contains("\nfrom the second"), second::text);
            awaitText("\nfrom the second");
            frame.clickTerminal();
            Waiting.until(() -> view.session().size().cols() > 80, view::session);
            frame.keyboard().type("echo from the fir''st\n");
            awaitText("\nfrom the first");
            Waiting.until(() -> second.text().contains("\nfrom the first"), second::text);
        } finally {
            Waiting.onUi(() -> {
                tabs.dispose();
                return null;
            });
        }
    }

    private void awaitText(String wanted) {
        Waiting.until(() -> text().contains(wanted), this::text);
    }

    private String text() {
        return frame.text();
    }
}
