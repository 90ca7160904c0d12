package dev.sandshell.intellij.ide.exec;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.DialogWrapper;
import com.intellij.openapi.util.text.StringUtil;
import com.intellij.ui.components.JBLabel;
import com.intellij.util.ui.JBUI;
import java.awt.BorderLayout;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;

/** Asks for a line of input for a command; the rest of the IDE can be used meanwhile. On the UI thread. */
final class InputDialog extends DialogWrapper {
    private static final int COLUMNS = 40;

    private final String prompt;
    private final JTextField field;
    private final Consumer<String> answered;

    /**
     * @param isSecret what is typed is not shown
     * @param answered given the line, if there is one
     */
    InputDialog(Project project, String title, String prompt, boolean isSecret, Consumer<String> answered) {
        super(project, false);
        this.prompt = prompt;
        this.answered = answered;
        field = isSecret ? new JPasswordField(COLUMNS) : new JTextField(COLUMNS);
        setTitle(title);
        setOKButtonText("Send");
        setModal(false);
        init();
    }

    @Override
    protected JComponent createCenterPanel() {
        JPanel panel = new JPanel(new BorderLayout(0, JBUI.scale(6)));
        JBLabel label = new JBLabel(StringUtil.shortenTextWithEllipsis(prompt, 2 * COLUMNS, COLUMNS));
        label.setLabelFor(field);
        panel.add(label, BorderLayout.NORTH);
        panel.add(field, BorderLayout.CENTER);
        return panel;
    }

    @Override
    public JComponent getPreferredFocusedComponent() {
        return field;
    }

    @Override
    protected void doOKAction() {
        String line = field instanceof JPasswordField secret ? new String(secret.getPassword()) : field.getText();
        super.doOKAction();
        answered.accept(line);
    }

    /** The command waits no more. */
    void withdraw() {
        if (!isDisposed()) {
            close(CANCEL_EXIT_CODE);
        }
    }
}
