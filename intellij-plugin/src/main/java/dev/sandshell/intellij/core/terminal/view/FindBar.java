package dev.sandshell.intellij.core.terminal.view;

import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** A line with what is looked for in a terminal. Enter goes up to the occurrence before, as output is read from its end. */
final class FindBar extends JPanel {
    private final transient TerminalSearch search;
    private final JTextField text = new JTextField(24);
    private final JToggleButton matchCase = new JToggleButton("Cc");
    private final JToggleButton regex = new JToggleButton(".*");
    private final JLabel count = new JLabel();

    FindBar(TerminalSearch search, Runnable whenClosed) {
        super(new FlowLayout(FlowLayout.LEADING, 4, 2));
        this.search = search;
        text.getAccessibleContext().setAccessibleName("Find in terminal");
        add(text);
        add(describe(matchCase, "Match case"));
        add(describe(regex, "Regular expression"));
        add(button("▲", "Previous occurrence", search::previous));
        add(button("▼", "Next occurrence", search::next));
        add(count);
        add(button("✕", "Close", whenClosed));
        matchCase.addActionListener(event -> find());
        regex.addActionListener(event -> find());
        text.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                find();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                find();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                find();
            }
        });
        key(KeyEvent.VK_ENTER, 0, search::previous);
        key(KeyEvent.VK_ENTER, InputEvent.SHIFT_DOWN_MASK, search::next);
        key(KeyEvent.VK_ESCAPE, 0, whenClosed);
    }

    /** Looks for this; what was looked for before, if there is nothing new. */
    void open(String selected) {
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            text.setText(selected);
        }
        text.selectAll();
        text.requestFocusInWindow();
        find();
    }

    /** Tells how many there are now. */
    void showCount() {
        boolean isWrong = !text.getText().isEmpty() && search.query().pattern() == null;
        boolean isMore = search.count() == SearchScan.MAX_FOUND;
        count.setText(isWrong ? "Bad pattern" : search.index() + "/" + search.count() + (isMore ? "+" : ""));
    }

    private void find() {
        search.find(new SearchQuery(text.getText(), matchCase.isSelected(), regex.isSelected()));
        showCount();
    }

    private void key(int code, int modifiers, Runnable action) {
        KeyStroke stroke = KeyStroke.getKeyStroke(code, modifiers);
        getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(stroke, stroke);
        getActionMap().put(stroke, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }

    private static JButton button(String label, String meaning, Runnable action) {
        JButton button = new JButton(label);
        button.addActionListener(event -> action.run());
        describe(button, meaning);
        return button;
    }

    private static AbstractButton describe(AbstractButton button, String meaning) {
        button.setToolTipText(meaning);
        button.getAccessibleContext().setAccessibleName(meaning);
        button.setFocusable(false);
        return button;
    }
}
