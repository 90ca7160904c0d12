package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.openapi.wm.StatusBar;
import com.intellij.openapi.wm.StatusBarWidget;
import com.intellij.openapi.wm.StatusBarWidget.TextPresentation;
import dev.sandshell.intellij.core.commands.RunRequest;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.SandshellApplicationService;
import dev.sandshell.intellij.ide.settings.SandshellSettings;
import dev.sandshell.intellij.ide.settings.SettingsState;
import dev.sandshell.intellij.ide.statusbar.SessionWidgetFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The project's session in the status bar, and what is said where the server is gone for good. */
final class StatusBarIT extends PlatformTest {
    private final SessionWidgetFactory factory = new SessionWidgetFactory();

    private StatusBarWidget widget;
    private volatile String shown = "";

    @BeforeEach
    void open() throws Exception {
        widget = Waiting.onUi(() -> factory.createWidget(platform.project()));
        Waiting.onUi(() -> {
            widget.install(TestEditor.proxy(StatusBar.class, (method, arguments) -> {
                shown = ((TextPresentation) widget).getText();
                return null;
            }));
            return null;
        });
    }

    @AfterEach
    void close() {
        Waiting.onUi(() -> {
            factory.disposeWidget(widget);
            return null;
        });
    }

    @Test
    void saysWhichSessionItIsAndWhatItDoes() throws Exception {
        assertThat(shown).isEqualTo("Sandshell");
        assertThat(SandshellApplicationService.get().supervisor().isOpen()).isFalse();
        SessionView view = Waiting.await(service().current().ensure());
        awaitShown("shop");
        service().run(RunRequest.of("sleep 600"));
        awaitShown("shop: sleep 600 \\d.*");
        Waiting.await(service().stopping().kill(view));
        awaitShown("shop");
        SessionView other = Waiting.await(service().current().another("other"));
        service().current().switchTo(other.id());
        awaitShown("other shop");
    }

    @Test
    void saysThatTheServerIsGoneAndComesBackWithIt() throws Exception {
        Waiting.await(service().current().ensure());
        String jar = SandshellSettings.get().getState().serverJar;
        useJar("/nowhere/sandshell.jar");
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        awaitShown("shop: no server");
        Waiting.until(() -> !platform.notifications().texts().isEmpty(), platform::told);
        assertThat(platform.notifications().texts().get(0)).startsWith("ERROR ").contains("server is gone: ");
        assertThat(platform.notifications().actions(0)).containsExactly("Restart Server", "Show Log");
        actions().perform("Sandshell.ShowLog");
        Waiting.until(() -> !platform.editors().texts().isEmpty(), platform::told);
        assertThat(platform.editors().texts().get("Sandshell.log")).contains("the server is gone");
        useJar(jar);
        platform.notifications().choose("Restart Server");
        awaitShown("Sandshell");
        Waiting.await(service().current().ensure());
        awaitShown("shop");
    }

    private static void useJar(String jar) {
        SettingsState state = SandshellSettings.get().getState();
        state.serverJar = jar;
        SandshellSettings.get().loadState(state);
    }

    private void awaitShown(String pattern) {
        Waiting.until(() -> shown.matches(pattern), () -> shown);
    }
}
