package dev.sandshell.intellij.core.terminal.view;

import java.awt.BorderLayout;
import javax.swing.JPanel;
import javax.swing.JScrollBar;

/** A terminal with a scroll bar beside it, and a line to find things in it where one is wanted. */
public final class TerminalPane extends JPanel {
    private final TerminalView view;
    private final FindBar findBar;

    public TerminalPane(TerminalView view) {
        super(new BorderLayout());
        this.view = view;
        findBar = new FindBar(view.search, this::closeFind);
        findBar.setVisible(false);
        JScrollBar bar = new JScrollBar();
        bar.setModel(view.scrollModel());
        add(view, BorderLayout.CENTER);
        add(bar, BorderLayout.LINE_END);
        add(findBar, BorderLayout.PAGE_END);
        view.addPropertyChangeListener(TerminalView.FOUND, event -> findBar.showCount());
        view.onFind(this::openFind);
    }

    public TerminalView view() {
        return view;
    }

    /** Has something be looked for: what is selected, to begin with. */
    public void openFind() {
        findBar.setVisible(true);
        revalidate();
        findBar.open(view.selectedText());
    }

    public void closeFind() {
        findBar.setVisible(false);
        revalidate();
        view.search.close();
        view.requestFocusInWindow();
    }
}
