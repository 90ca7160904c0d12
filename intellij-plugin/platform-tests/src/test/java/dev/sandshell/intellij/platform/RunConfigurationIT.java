package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.intellij.execution.configurations.ConfigurationFactory;
import com.intellij.execution.configurations.RunConfiguration;
import com.intellij.execution.configurations.RuntimeConfigurationException;
import com.intellij.execution.configurations.RuntimeConfigurationWarning;
import com.intellij.execution.process.ColoredOutputTypeRegistry;
import com.intellij.openapi.options.SettingsEditor;
import dev.sandshell.intellij.ide.SandshellProjectService;
import dev.sandshell.intellij.ide.run.SandshellConfigurationType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.swing.text.JTextComponent;
import org.jdom.Element;
import org.jdom.output.XMLOutputter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The run configuration: filled in as a user does, written down, and run with the real server. */
final class RunConfigurationIT extends PlatformTest {
    private RunConfiguration configuration;

    @BeforeEach
    void open() {
        TestPlatform.addExtensionPoint(
                "com.intellij.experimentalFeature", "com.intellij.openapi.application.ExperimentalFeature");
        platform.application().registerService(ColoredOutputTypeRegistry.class, new ColoredOutputTypeRegistry());
        ConfigurationFactory factory = new SandshellConfigurationType().getConfigurationFactories()[0];
        configuration = factory.createTemplateConfiguration(platform.project());
    }

    @SuppressWarnings("unchecked")
    private void fillIn(Consumer<Fields> filling) {
        Waiting.onUi(() -> {
            SettingsEditor<RunConfiguration> editor =
                    (SettingsEditor<RunConfiguration>) configuration.getConfigurationEditor();
            Fields fields = new Fields(editor.getComponent());
            editor.resetFrom(configuration);
            filling.accept(fields);
            editor.applyTo(configuration);
            Pictures.paint(fields.form(), 700, 340, "run-configuration.png");
            editor.dispose();
            return null;
        });
    }

    private void fillInCommand(String command) {
        fillIn(fields -> fields.labelled("Command:", JTextComponent.class).setText(command));
    }

    private TestProcess run(String command) throws Exception {
        fillInCommand(command);
        return TestProcess.start(configuration);
    }

    @Test
    void saysWhichFieldIsWrong() throws Exception {
        assertThatExceptionOfType(RuntimeConfigurationException.class)
                .isThrownBy(configuration::checkConfiguration)
                .withMessageContaining("“Command”");
        fillIn(fields -> {
            fields.labelled("Command:", JTextComponent.class).setText("true");
            fields.labelled("Working directory:", JTextComponent.class).setText("no/such/folder");
        });
        assertThatExceptionOfType(RuntimeConfigurationWarning.class)
                .isThrownBy(configuration::checkConfiguration)
                .withMessageContaining("“Working directory”");
        fillIn(fields ->
                fields.labelled("Working directory:", JTextComponent.class).setText(folder().toString()));
        configuration.checkConfiguration();
    }

    @Test
    void isWrittenDownAndReadAgain() {
        fillIn(fields -> {
            fields.labelled("Command:", JTextComponent.class).setText("echo '<a>'\n\techo two");
            fields.labelled("Session:", JTextComponent.class).setText("build");
            fields.labelled("Environment variables:", JTextComponent.class).setText("A=1;B=x y");
        });
        Element written = new Element("configuration");
        configuration.writeExternal(written);
        RunConfiguration read = configuration.getFactory().createTemplateConfiguration(platform.project());
        read.readExternal(written);
        Element again = new Element("configuration");
        read.writeExternal(again);
        assertThat(xml(again)).isEqualTo(xml(written)).contains("echo two", "build", "x y");
        configuration = read;
        fillIn(fields -> assertThat(
                        fields.labelled("Command:", JTextComponent.class).getText())
                .isEqualTo("echo '<a>'\n\techo two"));
    }

    private static String xml(Element element) {
        return new XMLOutputter().outputString(element);
    }

    @Test
    void printsAndEndsAsTheCommandDoes() throws Exception {
        TestProcess process = run("echo out; echo err >&2; printf '\\033[31mred\\033[0m\\n'; (exit 3)");
        assertThat(process.awaitEnd()).isEqualTo(3);
        assertThat(process.text("stdout")).startsWith("out\n").contains("red").doesNotContain("\033");
        assertThat(process.text("stderr")).isEqualTo("err\n");
        assertThat(process.text("system")).contains("exit code 3");
    }

    @Test
    void leavesTheSessionAsTheCommandHasLeftIt() throws Exception {
        assertThat(run("cd /usr && KEPT=yes").awaitEnd()).isZero();
        TestProcess process = run("echo $PWD $KEPT");
        process.awaitEnd();
        assertThat(process.text("stdout")).isEqualTo("/usr yes\n");
    }

    @Test
    void runsWhereAndWithWhatItIsTold() throws Exception {
        fillIn(fields -> {
            fields.labelled("Command:", JTextComponent.class).setText("echo $PWD $GREETING");
            fields.labelled("Session:", JTextComponent.class).setText("other");
            fields.labelled("Working directory:", JTextComponent.class).setText("/usr");
            fields.labelled("Environment variables:", JTextComponent.class).setText("GREETING=hi");
        });
        TestProcess process = TestProcess.start(configuration);
        assertThat(process.awaitEnd()).isZero();
        assertThat(process.text("stdout")).isEqualTo("/usr hi\n");
        assertThat(SandshellProjectService.of(platform.project()).sessions().all())
                .singleElement()
                .satisfies(view -> assertThat(view.session().name()).isEqualTo("other"));
    }

    @Test
    void readsWhatIsTypedUntilThatEnds() throws Exception {
        TestProcess process = run("read line; echo \"got $line\"; cat; echo end");
        process.awaitText("stdout", "");
        type(process, "eins zwei – drei\n");
        process.awaitText("stdout", "got eins zwei – drei\n");
        type(process, "more\n");
        process.awaitText("stdout", "more\n");
        process.handler().getProcessInput().close();
        assertThat(process.awaitEnd()).isZero();
        assertThat(process.text("stdout")).endsWith("more\nend\n");
    }

    private static void type(TestProcess process, String text) throws IOException {
        OutputStream input = process.handler().getProcessInput();
        input.write(text.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    @Test
    void isInterruptedByStop() throws Exception {
        TestProcess process =
                run("bash -c 'trap \"echo caught; exit 7\" INT; echo ready; while :; do sleep 0.1; done'");
        process.awaitText("stdout", "ready\n");
        process.handler().destroyProcess();
        process.awaitEnd();
        assertThat(process.text("stdout")).contains("caught");
    }

    @Test
    void isKilledBySecondStop() throws Exception {
        TestProcess process = run("bash -c 'trap \"\" INT TERM; echo ready; while :; do sleep 0.1; done'");
        process.awaitText("stdout", "ready\n");
        process.handler().destroyProcess();
        process.kill();
        assertThat(process.awaitEnd()).isNotZero();
        assertThat(run("echo again").awaitEnd()).isZero();
    }

    @Test
    void isStoppedWhileItWaitsForItsTurn() throws Exception {
        TestProcess first = run("echo ready; read line");
        first.awaitText("stdout", "ready\n");
        TestProcess second = run("echo never");
        second.handler().destroyProcess();
        second.awaitEnd();
        assertThat(second.text("stdout")).isEmpty();
        type(first, "\n");
        assertThat(first.awaitEnd()).isZero();
    }

    @Test
    void goesOnWhereTheIdeLetsGoOfIt() throws Exception {
        TestProcess process = run("echo ready; read line; echo \"$line\" > left");
        process.awaitText("stdout", "ready\n");
        process.handler().detachProcess();
        assertThat(process.handler().isProcessTerminated()).isTrue();
        assertThat(SandshellProjectService.of(platform.project()).sessions().all())
                .allSatisfy(view -> assertThat(view.current()).isNotNull());
    }

    @Test
    void endsWithTheServer() throws Exception {
        TestProcess process = run("echo ready; sleep 1000");
        process.awaitText("stdout", "ready\n");
        platform.close();
        assertThat(process.awaitEnd()).isEqualTo(-1);
    }

    @Test
    void takesALotOfOutputOneAfterTheOther() throws Exception {
        TestProcess process = run("seq 1 200000");
        assertThat(process.awaitEnd()).isZero();
        assertThat(process.text("stdout")).hasSize(1_288_895).endsWith("\n200000\n");
    }
}
