package dev.sandshell.intellij.core.terminal.view;

import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** What screen readers are told of a terminal: that it is one, and the text that it shows. */
final class AccessibleTerminal extends JComponent.AccessibleJComponent {
    private final transient TerminalView view;

    AccessibleTerminal(TerminalView view) {
        view.super();
        this.view = view;
    }

    @Override
    public AccessibleRole getAccessibleRole() {
        return AccessibleRole.TEXT;
    }

    @Override
    public String getAccessibleName() {
        String name = super.getAccessibleName();
        return name == null ? "Terminal" : name;
    }

    @Override
    public String getAccessibleDescription() {
        return view.screen.text();
    }
}
