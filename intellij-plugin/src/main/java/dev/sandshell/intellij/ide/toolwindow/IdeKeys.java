package dev.sandshell.intellij.ide.toolwindow;

import com.intellij.openapi.actionSystem.KeyboardShortcut;
import com.intellij.openapi.actionSystem.Shortcut;
import com.intellij.openapi.keymap.Keymap;
import com.intellij.openapi.keymap.KeymapManager;
import java.awt.event.KeyEvent;
import java.util.Set;
import javax.swing.KeyStroke;

/**
 * Which keys stay the IDE's while a terminal has the keyboard: those of our own actions, and those that lead out of it. All
 * others are the shell's, whatever the IDE would do with them elsewhere. On the UI thread, which brings it every key.
 */
final class IdeKeys {
    private static final Set<String> ACTIONS = Set.of(
            "GotoAction",
            "HideActiveWindow",
            "HideAllWindows",
            "JumpToLastWindow",
            "MaximizeToolWindow",
            "NextTab",
            "PreviousTab",
            "ResizeToolWindowDown",
            "ResizeToolWindowUp",
            "Switcher",
            "ToggleFullScreen",
            "TogglePresentationMode");

    private boolean isIdes;
    private boolean isSecondAwaited;

    /** Whether the IDE is to have this one. What is typed and released goes where it was pressed. */
    boolean take(KeyEvent event) {
        if (event.getID() == KeyEvent.KEY_PRESSED) {
            if (isModifier(event)) {
                // Shift twice searches everywhere, and alone it is nothing to a shell.
                return true;
            }
            isIdes = pressed(KeyStroke.getKeyStrokeForEvent(event));
        }
        return isIdes || isModifier(event);
    }

    private boolean pressed(KeyStroke stroke) {
        if (isSecondAwaited) {
            isSecondAwaited = false;
            return true;
        }
        KeymapManager manager = KeymapManager.getInstance();
        Keymap keymap = manager == null ? null : manager.getActiveKeymap();
        if (keymap == null) {
            return false;
        }
        boolean isTaken = false;
        for (String action : keymap.getActionIds(stroke)) {
            if (staysTheIdes(action)) {
                isTaken = true;
                isSecondAwaited |= hasSecond(keymap, action, stroke);
            }
        }
        return isTaken;
    }

    private static boolean staysTheIdes(String action) {
        return ACTIONS.contains(action)
                || action.startsWith("Sandshell.")
                || action.startsWith("Activate") && action.endsWith("ToolWindow");
    }

    private static boolean hasSecond(Keymap keymap, String action, KeyStroke first) {
        for (Shortcut shortcut : keymap.getShortcuts(action)) {
            if (shortcut instanceof KeyboardShortcut keys
                    && keys.getFirstKeyStroke().equals(first)
                    && keys.getSecondKeyStroke() != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isModifier(KeyEvent event) {
        return switch (event.getKeyCode()) {
            case KeyEvent.VK_SHIFT, KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_ALT_GRAPH, KeyEvent.VK_META ->
                true;
            default -> false;
        };
    }
}
