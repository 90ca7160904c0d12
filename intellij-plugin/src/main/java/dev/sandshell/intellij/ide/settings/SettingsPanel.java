package dev.sandshell.intellij.ide.settings;

import com.intellij.openapi.fileChooser.FileChooserDescriptor;
import com.intellij.openapi.ui.ComboBox;
import com.intellij.openapi.ui.TextBrowseFolderListener;
import com.intellij.openapi.ui.TextFieldWithBrowseButton;
import com.intellij.ui.JBIntSpinner;
import com.intellij.ui.TitledSeparator;
import com.intellij.ui.components.JBCheckBox;
import com.intellij.ui.components.JBScrollPane;
import com.intellij.ui.components.JBTextArea;
import com.intellij.ui.components.JBTextField;
import com.intellij.util.ui.FormBuilder;
import java.text.ParseException;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSpinner;

/** The fields of the settings page. On the UI thread. */
final class SettingsPanel {
    private final TextFieldWithBrowseButton javaHome = path(false, "Java's Folder");
    private final JBCheckBox isShared = new JBCheckBox("One server for all editors of this user");
    private final TextFieldWithBrowseButton serverJar = path(true, "Sandshell's Server");
    private final JBTextField shell = new JBTextField();
    private final ComboBox<Startup> startup = new ComboBox<>(Startup.values());
    private final JBTextArea environment = new JBTextArea(4, 40);
    private final JBCheckBox isOnTerminal = new JBCheckBox("Commands run on the session's terminal");
    private final JBCheckBox revealsTerminal = new JBCheckBox("Show the session's tab when a command begins");
    private final JBCheckBox showsGutter = new JBCheckBox("Show “Run” beside shell scripts and Markdown fences");
    private final JBIntSpinner scrollback = new JBIntSpinner(0, 0, SettingsState.MOST_SCROLLBACK, 1_000);
    private final JBTextField fontFamily = new JBTextField();
    private final JBIntSpinner fontSize = new JBIntSpinner(0, 0, SettingsState.MOST_FONT_SIZE);
    private final JPanel panel;

    SettingsPanel() {
        javaHome.setName("javaHome");
        serverJar.setName("serverJar");
        shell.getEmptyText().setText("bash, or sh where there is none");
        fontFamily.getEmptyText().setText("The font of the IDE's consoles");
        panel = FormBuilder.createFormBuilder()
                .addComponent(new TitledSeparator("Server"))
                .addLabeledComponent("Java:", javaHome)
                .addTooltip("The folder of the Java (17 or newer) that runs the server. Empty: the IDE's,"
                        + " or the system's.")
                .addLabeledComponent("Server:", serverJar)
                .addTooltip("Another server than the one that comes with the plug-in: the path of a sandshell.jar.")
                .addComponent(isShared)
                .addTooltip("Sessions then outlive the IDE. Off: this IDE has a server of its own, which ends with it.")
                .addTooltip("All of these take effect when the server starts next: Tools | Sandshell | Restart Server.")
                .addComponent(new TitledSeparator("New Sessions"))
                .addLabeledComponent("Shell:", shell)
                .addTooltip("bash, zsh, sh, or a path.")
                .addLabeledComponent("Start-up files:", startup)
                .addLabeledComponent("Environment:", new JBScrollPane(environment), true)
                .addTooltip("Variables that they begin with, a line each: NAME=value, or NAME alone to leave one out.")
                .addComponent(new TitledSeparator("Commands"))
                .addComponent(isOnTerminal)
                .addTooltip("With colours, questions, and full-screen programs. Off: their output and errors are kept"
                        + " apart, as in a pipe.")
                .addComponent(revealsTerminal)
                .addComponent(showsGutter)
                .addComponent(new TitledSeparator("Terminal"))
                .addLabeledComponent("Scrollback:", scrollback)
                .addTooltip("How many lines a terminal keeps; of those that are opened from now on.")
                .addLabeledComponent("Font:", fontFamily)
                .addLabeledComponent("Font size:", fontSize)
                .addTooltip("0: the size of the IDE's consoles.")
                .addComponentFillVertically(new JPanel(), 0)
                .getPanel();
    }

    JComponent component() {
        return panel;
    }

    void show(SettingsState state) {
        javaHome.setText(state.javaHome);
        isShared.setSelected(state.isShared);
        serverJar.setText(state.serverJar);
        shell.setText(state.shell);
        startup.setSelectedItem(state.startup);
        environment.setText(state.environment);
        isOnTerminal.setSelected(state.isOnTerminal);
        revealsTerminal.setSelected(state.revealsTerminal);
        showsGutter.setSelected(state.showsGutter);
        scrollback.setNumber(state.scrollback);
        fontFamily.setText(state.fontFamily);
        fontSize.setNumber(state.fontSize);
    }

    /** What the fields say. */
    SettingsState read() {
        SettingsState state = new SettingsState();
        state.javaHome = javaHome.getText().strip();
        state.isShared = isShared.isSelected();
        state.serverJar = serverJar.getText().strip();
        state.shell = shell.getText().strip();
        state.startup = startup.getItemAt(startup.getSelectedIndex());
        state.environment = environment.getText().strip();
        state.isOnTerminal = isOnTerminal.isSelected();
        state.revealsTerminal = revealsTerminal.isSelected();
        state.showsGutter = showsGutter.isSelected();
        state.scrollback = scrollback.getNumber();
        state.fontFamily = fontFamily.getText().strip();
        state.fontSize = fontSize.getNumber();
        return state;
    }

    /** Takes what is being typed into a number. */
    void commit() {
        for (JSpinner spinner : List.of(scrollback, fontSize)) {
            try {
                spinner.commitEdit();
            } catch (ParseException e) {
                // What is no number has never been shown as one; the last one stays.
            }
        }
    }

    private static TextFieldWithBrowseButton path(boolean isFile, String title) {
        TextFieldWithBrowseButton field = new TextFieldWithBrowseButton();
        FileChooserDescriptor descriptor = new FileChooserDescriptor(isFile, !isFile, isFile, isFile, false, false);
        field.addBrowseFolderListener(new TextBrowseFolderListener(descriptor.withTitle(title)));
        return field;
    }
}
