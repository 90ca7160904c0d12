package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.util.io.FileUtil;
import com.intellij.openapi.util.text.StringUtil;
import com.intellij.ui.DocumentAdapter;
import com.intellij.ui.components.JBList;
import com.intellij.ui.components.JBScrollPane;
import com.intellij.ui.components.JBTextArea;
import com.intellij.util.ui.JBUI;
import dev.sandshell.intellij.core.commands.EarlierCommand;
import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import org.jspecify.annotations.Nullable;

/**
 * A text with the earlier commands below that have its words. Up and Down go through these, Tab takes one into the text, Enter
 * runs what is chosen, and Shift+Enter begins another line. On the UI thread.
 */
final class CommandField extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int COLUMNS = 70;
    private static final int MOST_ROWS = 8;
    private static final int SHOWN = 10;

    /** How much of a command's folder is seen, in characters. */
    private static final int FOLDER = 24;

    private final boolean takesTyped;
    private final JBTextArea text;
    private final DefaultListModel<EarlierCommand> model = new DefaultListModel<>();
    private final JBList<EarlierCommand> list = new JBList<>(model) {
        private static final long serialVersionUID = 1;

        /** What is too long for a row is shortened there. */
        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }
    };
    private transient List<EarlierCommand> known = List.of();
    private transient Consumer<String> whenChosen = command -> {};
    private transient Runnable whenTyped = () -> {};

    CommandField(boolean takesTyped, String initial) {
        super(new BorderLayout());
        this.takesTyped = takesTyped;
        text = new JBTextArea(initial, rowsOf(initial), COLUMNS);
        text.setFont(JBUI.Fonts.create(Font.MONOSPACED, text.getFont().getSize()));
        text.setBorder(JBUI.Borders.empty(6));
        text.getEmptyText()
                .setText(takesTyped ? "A command for the session's shell" : "Words of a command that has been run");
        text.selectAll();
        list.setVisibleRowCount(SHOWN);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new DetailRenderer<>(CommandField::itemOf));
        list.setFocusable(false);
        list.getEmptyText().setText("No earlier command has these words");
        add(new JBScrollPane(text), BorderLayout.NORTH);
        add(new JBScrollPane(list), BorderLayout.CENTER);
        text.getDocument().addDocumentListener(new DocumentAdapter() {
            @Override
            protected void textChanged(DocumentEvent event) {
                typed();
            }
        });
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (list.locationToIndex(event.getPoint()) >= 0) {
                    choose();
                }
            }
        });
        bind("DOWN", () -> move(1));
        bind("UP", () -> move(-1));
        bind("TAB", this::take);
        bind("ENTER", this::choose);
        bind("shift ENTER", () -> text.replaceSelection("\n"));
        bind("alt ENTER", () -> text.replaceSelection("\n"));
    }

    JComponent text() {
        return text;
    }

    /** What the keys do. */
    String hint() {
        return takesTyped
                ? "Enter runs it, Shift+Enter begins another line, Up and Down go through earlier commands"
                : "Enter runs it in this project's session";
    }

    /** What the history is searched for. */
    String query() {
        return text.getText().strip();
    }

    void onChosen(Consumer<String> listener) {
        whenChosen = listener;
    }

    void onTyped(Runnable listener) {
        whenTyped = listener;
    }

    /** Offers what the server has found. */
    void offer(List<EarlierCommand> commands) {
        known = commands;
        show(commands);
    }

    private void typed() {
        text.setRows(rowsOf(text.getText()));
        revalidate();
        show(known.stream().filter(command -> command.matches(query())).toList());
        whenTyped.run();
    }

    private void show(List<EarlierCommand> commands) {
        EarlierCommand chosen = list.getSelectedValue();
        model.clear();
        commands.forEach(model::addElement);
        int index = chosen == null ? -1 : commands.indexOf(chosen);
        select(index < 0 && !takesTyped && !commands.isEmpty() ? 0 : index);
    }

    /** Above the first there is what is typed. */
    private void move(int by) {
        int first = takesTyped ? -1 : 0;
        select(Math.max(Math.min(first, model.size() - 1), Math.min(model.size() - 1, list.getSelectedIndex() + by)));
    }

    private void select(int index) {
        if (index < 0) {
            list.clearSelection();
        } else {
            list.setSelectedIndex(index);
            list.ensureIndexIsVisible(index);
        }
    }

    private void take() {
        EarlierCommand earlier = chosenOrFirst();
        if (earlier != null) {
            list.clearSelection();
            text.setText(earlier.command());
        }
    }

    private @Nullable EarlierCommand chosenOrFirst() {
        EarlierCommand chosen = list.getSelectedValue();
        return chosen != null || model.isEmpty() ? chosen : model.get(0);
    }

    private void choose() {
        EarlierCommand earlier = list.getSelectedValue();
        String command = earlier != null ? earlier.command() : takesTyped ? text.getText() : "";
        if (!command.isBlank()) {
            whenChosen.accept(command);
        }
    }

    private void bind(String key, Runnable run) {
        text.getInputMap().put(KeyStroke.getKeyStroke(key), key);
        text.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent event) {
                run.run();
            }
        });
    }

    private static DetailRenderer.Item itemOf(EarlierCommand command) {
        String folder = FileUtil.getLocationRelativeToUserHome(command.cwd(), false);
        return new DetailRenderer.Item(
                null, command.label(), command.outcome() + "  " + StringUtil.shortenPathWithEllipsis(folder, FOLDER));
    }

    private static int rowsOf(String text) {
        return Math.min(
                MOST_ROWS,
                1 + Math.toIntExact(text.chars().filter(c -> c == '\n').count()));
    }
}
