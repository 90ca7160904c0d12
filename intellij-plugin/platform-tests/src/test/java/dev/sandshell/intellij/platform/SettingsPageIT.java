package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.intellij.openapi.options.ConfigurationException;
import com.intellij.util.xmlb.XmlSerializer;
import dev.sandshell.intellij.ide.settings.SandshellConfigurable;
import dev.sandshell.intellij.ide.settings.SandshellSettings;
import dev.sandshell.intellij.ide.settings.SettingsListener;
import dev.sandshell.intellij.ide.settings.SettingsState;
import dev.sandshell.intellij.ide.settings.Startup;
import dev.sandshell.protocol.SessionCreateParams;
import java.awt.Font;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JComboBox;
import javax.swing.JSpinner;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of the settings, and what comes of it. */
final class SettingsPageIT extends PlatformTest {
    private final AtomicInteger changes = new AtomicInteger();
    private final SandshellConfigurable page = new SandshellConfigurable();
    private Fields fields;

    @BeforeEach
    void open() {
        TestPlatform.addExtensionPoint(
                "com.intellij.experimentalFeature", "com.intellij.openapi.application.ExperimentalFeature");
        platform.application()
                .getMessageBus()
                .connect(platform.root())
                .subscribe(SettingsListener.TOPIC, changes::incrementAndGet);
        fields = new Fields(Waiting.onUi(page::createComponent));
    }

    @AfterEach
    void close() {
        Waiting.onUi(() -> {
            page.disposeUIResources();
            return null;
        });
    }

    private void type(String label, String text) {
        fields.labelled(label, JTextComponent.class).setText(text);
    }

    @Test
    void showsWhatIsSetAndHasNothingToApply() {
        assertThat(page.isModified()).isFalse();
        assertThat(fields.labelled("Scrollback:", JSpinner.class).getValue()).isEqualTo(10_000);
        assertThat(fields.labelled("Server:", JTextComponent.class).getText()).endsWith("sandshell.jar");
        assertThat(fields.labelled("Start-up files:", JComboBox.class).getSelectedItem())
                .isEqualTo(Startup.CLEAN);
        Waiting.onUi(() -> {
            Pictures.paint(fields.form(), 900, 780, "settings.png");
            return null;
        });
    }

    @Test
    void setsWhatIsTypedAndTellsOfItOnce() throws Exception {
        Waiting.onUi(() -> {
            type("Shell:", " zsh ");
            type("Environment:", "GREETING=hello world\nPAGER");
            fields.labelled("Start-up files:", JComboBox.class).setSelectedItem(Startup.USER);
            fields.labelled("Scrollback:", JSpinner.class).setValue(500);
            fields.labelled("Font size:", JSpinner.class).setValue(20);
            fields.button("Commands run on the session's terminal").doClick();
            fields.button("Show the session's tab when a command begins").doClick();
            assertThat(page.isModified()).isTrue();
            page.apply();
            assertThat(page.isModified()).isFalse();
            return null;
        });
        assertThat(changes).hasValue(1);
        SandshellSettings settings = SandshellSettings.get();
        assertThat(settings.scrollback()).isEqualTo(500);
        assertThat(settings.isOnTerminal()).isFalse();
        assertThat(settings.revealsTerminal()).isFalse();
        assertThat(settings.fontOr(new Font("Dialog", Font.PLAIN, 12))).isEqualTo(new Font("Dialog", Font.PLAIN, 20));
        SessionCreateParams made = settings.newSession("id", "name", "/tmp");
        assertThat(made.shell()).isEqualTo("zsh");
        assertThat(made.startup()).isEqualTo("user");
        assertThat(made.env()).containsEntry("GREETING", "hello world").containsEntry("PAGER", null);
    }

    @Test
    void goesBackToWhatIsSet() {
        Waiting.onUi(() -> {
            type("Shell:", "zsh");
            fields.button("Show “Run” beside shell scripts and Markdown fences").doClick();
            page.reset();
            assertThat(page.isModified()).isFalse();
            return null;
        });
        assertThat(fields.labelled("Shell:", JTextComponent.class).getText()).isEmpty();
        assertThat(changes).hasValue(0);
    }

    @Test
    void refusesAFolderWithoutJavaAndKeepsWhatWas() {
        Waiting.onUi(() -> {
            type("Java:", folder().toString());
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(page::apply)
                    .withMessageContaining("no bin/java");
            assertThat(page.isModified()).isTrue();
            return null;
        });
        assertThat(SandshellSettings.get().getState().javaHome).isEmpty();
        assertThat(changes).hasValue(0);
    }

    @Test
    void isWrittenDownAndReadAgain() {
        SettingsState written = SandshellSettings.get().getState();
        written.environment = "A=1\nB";
        written.scrollback = -5;
        written.fontFamily = "Monospaced";
        SettingsState read = XmlSerializer.deserialize(XmlSerializer.serialize(written), SettingsState.class);
        assertThat(read).isEqualTo(written);
        SandshellSettings.get().loadState(read);
        assertThat(SandshellSettings.get().scrollback()).isZero();
        assertThat(SandshellSettings.get().newSession(null, null, "/").env())
                .isEqualTo(SandshellSettings.get().newSession(null, null, "/").env())
                .containsAllEntriesOf(Map.of("A", "1"));
    }
}
