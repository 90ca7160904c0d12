package dev.sandshell.intellij.platform;

import com.intellij.openapi.ui.popup.StackingPopupDispatcher;
import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import org.jspecify.annotations.Nullable;

/** The pop-up before a frame that has the keyboard, if one has. Used from outside of the UI thread. */
final class TestPopup implements AutoCloseable {
    private final JFrame frame;

    /** Pop-ups see a key before anybody else does: in an IDE its queue of events lets them. */
    private final KeyEventDispatcher keys =
            event -> StackingPopupDispatcher.getInstance().dispatchKeyEvent(event);

    TestPopup(JFrame frame) {
        this.frame = frame;
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(keys);
    }

    void awaitShown() {
        Waiting.until(() -> window() != null, () -> "no pop-up");
    }

    void awaitGone() {
        Waiting.until(() -> window() == null, this::offers);
    }

    private @Nullable Window window() {
        return Waiting.onUi(() -> {
            Window focused =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusedWindow();
            return focused == null || focused == frame || !focused.isShowing() ? null : focused;
        });
    }

    /** What the list of the pop-up offers, as it is seen. */
    List<String> offers() {
        Window window = window();
        return window == null ? List.of() : Waiting.onUi(() -> rendered(Objects.requireNonNull(list(window))));
    }

    private static <T> List<String> rendered(JList<T> list) {
        List<String> rows = new ArrayList<>();
        for (int index = 0; index < list.getModel().getSize(); index++) {
            Component row = list.getCellRenderer()
                    .getListCellRendererComponent(list, list.getModel().getElementAt(index), index, false, false);
            rows.add(Fields.all(row)
                    .filter(JLabel.class::isInstance)
                    .map(label -> ((JLabel) label).getText())
                    .collect(Collectors.joining("  ")));
        }
        return rows;
    }

    private static @Nullable JList<?> list(Component component) {
        return Fields.all(component)
                .filter(JList.class::isInstance)
                .map(JList.class::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(keys);
    }
}
