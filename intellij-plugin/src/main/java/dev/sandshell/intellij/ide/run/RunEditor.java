package dev.sandshell.intellij.ide.run;

import com.intellij.execution.configuration.EnvironmentVariablesComponent;
import com.intellij.openapi.fileChooser.FileChooserDescriptor;
import com.intellij.openapi.options.SettingsEditor;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.TextBrowseFolderListener;
import com.intellij.openapi.ui.TextFieldWithBrowseButton;
import com.intellij.ui.components.JBScrollPane;
import com.intellij.ui.components.JBTextArea;
import com.intellij.ui.components.JBTextField;
import com.intellij.util.ui.FormBuilder;
import com.intellij.util.ui.UIUtil;
import java.awt.Font;
import javax.swing.JComponent;

/** The fields of a run configuration. On the UI thread. */
final class RunEditor extends SettingsEditor<SandshellRunConfiguration> {
    private final JBTextArea command = new JBTextArea(6, 60);
    private final JBTextField session = new JBTextField();
    private final TextFieldWithBrowseButton folder = new TextFieldWithBrowseButton();
    private final EnvironmentVariablesComponent environment = new EnvironmentVariablesComponent();

    RunEditor(Project project) {
        command.setFont(
                new Font(Font.MONOSPACED, Font.PLAIN, UIUtil.getLabelFont().getSize()));
        session.getEmptyText().setText("The project's own");
        folder.addBrowseFolderListener(new TextBrowseFolderListener(
                new FileChooserDescriptor(false, true, false, false, false, false).withTitle("Working Directory"),
                project));
    }

    @Override
    protected void resetEditorFrom(SandshellRunConfiguration configuration) {
        RunOptions options = configuration.options();
        command.setText(options.command());
        session.setText(options.session());
        folder.setText(options.folder());
        environment.setEnvs(options.environment());
    }

    @Override
    protected void applyEditorTo(SandshellRunConfiguration configuration) {
        configuration.setOptions(new RunOptions(
                command.getText(), session.getText().strip(), folder.getText().strip(), environment.getEnvs()));
    }

    @Override
    protected JComponent createEditor() {
        return FormBuilder.createFormBuilder()
                .addLabeledComponent("Command:", new JBScrollPane(command), true)
                .addLabeledComponent("Session:", session)
                .addTooltip("Its name or id; one that is not there is made. Empty: the project's own.")
                .addLabeledComponent("Working directory:", folder)
                .addTooltip("For this command only. Empty: where the session is.")
                .addLabeledComponent("Environment variables:", environment.getComponent())
                .addTooltip("For this command only, beyond those of the session.")
                .getPanel();
    }
}
