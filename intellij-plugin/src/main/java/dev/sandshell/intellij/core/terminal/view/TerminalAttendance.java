package dev.sandshell.intellij.core.terminal.view;

import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.HierarchyEvent;

/** Notices whether anybody looks at a terminal and types into it, how large it is and on which screen. */
final class TerminalAttendance implements FocusListener {
    private final TerminalView view;

    TerminalAttendance(TerminalView view) {
        this.view = view;
    }

    void listen() {
        view.addFocusListener(this);
        view.addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                view.attend();
            }
        });
        view.addPropertyChangeListener("graphicsConfiguration", event -> view.attend());
        view.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                view.reportSize();
            }
        });
    }

    @Override
    public void focusGained(FocusEvent event) {
        view.focused(true);
    }

    @Override
    public void focusLost(FocusEvent event) {
        view.focused(false);
    }
}
