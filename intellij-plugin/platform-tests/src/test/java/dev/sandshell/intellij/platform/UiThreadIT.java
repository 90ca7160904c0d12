package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.mock.MockFileDocumentManagerImpl;
import com.intellij.openapi.editor.Caret;
import com.intellij.openapi.editor.CaretModel;
import com.intellij.openapi.editor.Document;
import com.intellij.openapi.editor.Editor;
import com.intellij.openapi.editor.SelectionModel;
import com.intellij.openapi.fileEditor.FileDocumentManager;
import com.intellij.openapi.ui.popup.StackingPopupDispatcher;
import com.intellij.openapi.vfs.VirtualFile;
import com.intellij.testFramework.LightVirtualFile;
import com.intellij.ui.content.ContentManager;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.core.terminal.view.TerminalView;
import dev.sandshell.intellij.ide.run.SandshellConfigurationType;
import dev.sandshell.intellij.ide.settings.SandshellConfigurable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.swing.JSpinner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * Nothing waits on the UI thread: whatever a user can do is done there while the server neither reads nor answers, which would
 * hold up for good whoever waits for it.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
final class UiThreadIT extends WindowTest {
    /** More than any pipe holds. */
    private static final String MUCH = "x".repeat(500_000);

    @BeforeEach
    void open() throws Exception {
        frame.clickEditor();
        LightVirtualFile script = new LightVirtualFile("a.sh", "echo something");
        platform.application()
                .registerService(FileDocumentManager.class, new MockFileDocumentManagerImpl(ignored -> null, null) {
                    @Override
                    public VirtualFile getFile(Document document) {
                        return script;
                    }
                });
    }

    @Test
    void noActionWaitsForAServerThatStandsStill() throws Exception {
        ProcessHandle server = busyServer();
        signal(server, "STOP");
        Waiting.until(() -> isStopped(server), () -> "it runs");
        CompletableFuture<?> question = service().sessions().history("", 1);
        platform.messages().answer(() -> "PATH");
        for (String id : actions().all()) {
            // This one puts another server into its place, so it comes last.
            if (!id.equals("Sandshell.RestartServer")) {
                actions().perform(id, editor("echo something"));
                Waiting.onUi(() -> StackingPopupDispatcher.getInstance().closeActivePopup());
            }
        }
        assertThat(isStopped(server)).isTrue();
        assertThat(question).isNotDone();
        actions().perform("Sandshell.RestartServer");
    }

    @Test
    void norDoesAnythingElse() throws Exception {
        ProcessHandle server = busyServer();
        signal(server, "STOP");
        Waiting.until(() -> isStopped(server), () -> "it runs");
        CompletableFuture<?> question = service().sessions().history("", 1);
        TerminalView terminal = Objects.requireNonNull(frame.terminal());
        Waiting.onUi(() -> {
            terminal.type(MUCH);
            return null;
        });
        // There is more to be written than the server's pipe holds, and so whoever writes waits.
        Waiting.until(UiThreadIT::writes, () -> Thread.getAllStackTraces().keySet());
        Waiting.onUi(() -> {
            terminal.type(MUCH);
            service().tabs().rename(view, "mine");
            service().tabs().reveal(view, true);
            changeSettings();
            return null;
        });
        TestProcess process = Waiting.onUi(this::startRunConfiguration);
        Waiting.onUi(() -> {
            write(process, MUCH);
            process.handler().destroyProcess();
            process.kill();
            ContentManager tabs = platform.sandshell().getContentManager();
            tabs.removeContent(tabs.getContents()[0], true);
            return null;
        });
        assertThat(isStopped(server)).isTrue();
        assertThat(question).isNotDone();
    }

    private void changeSettings() throws Exception {
        TestPlatform.addExtensionPoint(
                "com.intellij.experimentalFeature", "com.intellij.openapi.application.ExperimentalFeature");
        SandshellConfigurable page = new SandshellConfigurable();
        Fields fields = new Fields(page.createComponent());
        fields.labelled("Scrollback:", JSpinner.class).setValue(500);
        page.apply();
        page.disposeUIResources();
    }

    private TestProcess startRunConfiguration() throws Exception {
        var configuration = new SandshellConfigurationType()
                .getConfigurationFactories()[0].createTemplateConfiguration(platform.project());
        return TestProcess.start(configuration);
    }

    private static void write(TestProcess process, String text) throws IOException {
        OutputStream input = Objects.requireNonNull(process.handler().getProcessInput());
        input.write(text.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /** The server, which runs a command and has run another. */
    private ProcessHandle busyServer() {
        service().run(RunRequest.of("true"));
        Waiting.until(() -> view.newestExecs().stream().anyMatch(exec -> !exec.isRunning()), view::newestExecs);
        service().run(RunRequest.of("sleep 600"));
        Waiting.until(() -> view.current() != null, view::newestExecs);
        List<ProcessHandle> servers = ProcessHandle.current()
                .children()
                .filter(process -> process.info().commandLine().orElse("").contains("serve"))
                .toList();
        assertThat(servers).hasSize(1);
        return servers.get(0);
    }

    private static void signal(ProcessHandle process, String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static boolean isStopped(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") T ");
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a thread of ours is at writing to the server. */
    private static boolean writes() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals("sandshell-sessions"))
                .flatMap(entry -> List.of(entry.getValue()).stream())
                .anyMatch(frame -> frame.getMethodName().equals("writeBytes"));
    }

    /** An editor in which a text is selected. */
    private static Editor editor(String text) {
        Document document = TestEditor.proxy(Document.class, (method, arguments) -> switch (method) {
            case "getText" -> text;
            case "getImmutableCharSequence" -> text;
            case "getLineCount" -> 1;
            case "getLineNumber", "getLineStartOffset" -> 0;
            case "getLineEndOffset" -> text.length();
            default -> throw new UnsupportedOperationException(method);
        });
        Caret caret = TestEditor.proxy(Caret.class, (method, arguments) -> text);
        CaretModel carets = TestEditor.proxy(
                CaretModel.class, (method, arguments) -> method.equals("getOffset") ? 0 : List.of(caret));
        SelectionModel selection = TestEditor.proxy(SelectionModel.class, (method, arguments) -> true);
        return TestEditor.proxy(Editor.class, (method, arguments) -> switch (method) {
            case "getDocument" -> document;
            case "getCaretModel" -> carets;
            case "getSelectionModel" -> selection;
            default -> throw new UnsupportedOperationException(method);
        });
    }
}
