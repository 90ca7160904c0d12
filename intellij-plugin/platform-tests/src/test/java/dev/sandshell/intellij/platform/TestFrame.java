package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.ui.content.ContentManager;
import dev.sandshell.intellij.core.terminal.view.TerminalView;
import java.awt.AWTException;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A frame with the tool window, and somebody in front of it. Used from outside of the UI thread. */
final class TestFrame implements AutoCloseable {
    /** What an American keyboard has above its keys. */
    private static final Map<Character, Character> SHIFTED = Map.ofEntries(
            Map.entry('!', '1'),
            Map.entry('@', '2'),
            Map.entry('#', '3'),
            Map.entry('$', '4'),
            Map.entry('%', '5'),
            Map.entry('^', '6'),
            Map.entry('&', '7'),
            Map.entry('*', '8'),
            Map.entry('(', '9'),
            Map.entry(')', '0'),
            Map.entry('_', '-'),
            Map.entry('+', '='),
            Map.entry('{', '['),
            Map.entry('}', ']'),
            Map.entry('|', '\\'),
            Map.entry(':', ';'),
            Map.entry('"', '\''),
            Map.entry('<', ','),
            Map.entry('>', '.'),
            Map.entry('?', '/'),
            Map.entry('~', '`'));

    private final JFrame frame;
    private final JTextArea editor;
    private final Robot robot;

    private TestFrame(JFrame frame, JTextArea editor) {
        this.frame = frame;
        this.editor = editor;
        try {
            robot = new Robot();
        } catch (AWTException e) {
            throw new AssertionError(e);
        }
        robot.setAutoDelay(5);
    }

    /** In a continuous build there is one; elsewhere, tests that need it may be passed over. */
    static void needsAScreen() {
        if (GraphicsEnvironment.isHeadless()) {
            String missing = "there is no Xvfb; on Debian \"apt-get install xvfb\" installs it";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            Assumptions.abort(missing);
        }
    }

    static TestFrame of(ContentManager contents) {
        return of(contents, 900, 440);
    }

    static TestFrame of(ContentManager contents, int width, int height) {
        JTextArea editor = new JTextArea("Some other part of the IDE", 2, 40);
        return new TestFrame(
                Waiting.onUi(() -> {
                    JFrame frame = new JFrame("Sandshell");
                    frame.add(editor, BorderLayout.NORTH);
                    frame.add(contents.getComponent(), BorderLayout.CENTER);
                    frame.setSize(width, height);
                    frame.setLocation(40, height < 440 ? 490 : 40);
                    frame.setVisible(true);
                    frame.toFront();
                    return frame;
                }),
                editor);
    }

    /** The keyboard is somewhere else in the IDE. */
    void clickEditor() {
        click(Waiting.onUi(editor::getLocationOnScreen));
        Waiting.until(editor::isFocusOwner, () -> "no focus");
    }

    void clickTerminal() {
        Waiting.until(() -> terminal() != null && terminal().isShowing(), () -> "no terminal");
        Point place = Waiting.onUi(() -> find(frame.getContentPane()).getLocationOnScreen());
        click(place);
    }

    private void click(Point place) {
        robot.mouseMove(place.x + 60, place.y + 10);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    /** The colour of the terminal's lower right corner, where nothing is written. */
    Color ground() {
        robot.waitForIdle();
        Rectangle place = Waiting.onUi(() -> bounds(find(frame.getContentPane())));
        return robot.getPixelColor(place.x + place.width - 3, place.y + place.height - 3);
    }

    private static Rectangle bounds(@Nullable TerminalView view) {
        TerminalView terminal = Objects.requireNonNull(view);
        return new Rectangle(terminal.getLocationOnScreen(), terminal.getSize());
    }

    /** Clicks with Ctrl into the middle of a text, on the last line that is that and another before it. */
    void controlClick(String before, String text) {
        List<String> lines = text().lines().toList();
        int row = lines.lastIndexOf(before + text);
        Rectangle place = Waiting.onUi(() -> bounds(find(frame.getContentPane())));
        // As large as 24 rows of 80 columns it wants to be.
        Dimension wanted = Waiting.onUi(() -> find(frame.getContentPane()).getPreferredSize());
        int width = wanted.width / 80;
        int height = wanted.height / 24;
        robot.keyPress(KeyEvent.VK_CONTROL);
        robot.mouseMove(place.x + (before.length() + text.length() / 2) * width, place.y + row * height + height / 2);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        robot.keyRelease(KeyEvent.VK_CONTROL);
    }

    /** The terminal that is seen. */
    @Nullable
    TerminalView terminal() {
        return Waiting.onUi(() -> find(frame.getContentPane()));
    }

    private static @Nullable TerminalView find(Component component) {
        if (component instanceof TerminalView view && view.isShowing()) {
            return view;
        }
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                TerminalView found = find(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** What is seen of the terminal, as screen readers are told it. */
    String text() {
        return Waiting.onUi(() -> {
            TerminalView view = find(frame.getContentPane());
            if (view == null) {
                return "";
            }
            return view.getAccessibleContext().getAccessibleDescription();
        });
    }

    void type(String text) {
        for (char c : text.toCharArray()) {
            type(c);
        }
    }

    private void type(char c) {
        Character below = SHIFTED.get(c);
        if (c == '\n') {
            press(KeyEvent.VK_ENTER);
        } else if (Character.isUpperCase(c)) {
            press(c, KeyEvent.VK_SHIFT);
        } else if (below != null) {
            press(code(below), KeyEvent.VK_SHIFT);
        } else {
            press(code(c));
        }
    }

    private static int code(char c) {
        return switch (c) {
            case '\'' -> KeyEvent.VK_QUOTE;
            case '`' -> KeyEvent.VK_BACK_QUOTE;
            default -> KeyEvent.getExtendedKeyCodeForChar(c);
        };
    }

    void press(int key, int... held) {
        for (int code : held) {
            robot.keyPress(code);
        }
        robot.keyPress(key);
        robot.keyRelease(key);
        for (int code : held) {
            robot.keyRelease(code);
        }
    }

    /** The dialog that is open, if one is. */
    static @Nullable JDialog dialog() {
        return Waiting.onUi(() -> {
            for (Window window : Window.getWindows()) {
                if (window instanceof JDialog dialog && dialog.isShowing()) {
                    return dialog;
                }
            }
            return null;
        });
    }

    /** A pop-up has the keyboard. */
    void awaitPopup() {
        Waiting.until(() -> popup() != null, () -> "no pop-up");
    }

    void awaitNoPopup() {
        Waiting.until(() -> popup() == null, this::offers);
    }

    private @Nullable Window popup() {
        return Waiting.onUi(() -> {
            Window focused =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusedWindow();
            return focused == null || focused == frame || !focused.isShowing() ? null : focused;
        });
    }

    /** What the list of the pop-up offers, as it is seen. */
    List<String> offers() {
        Window popup = popup();
        return popup == null ? List.of() : Waiting.onUi(() -> rendered(Objects.requireNonNull(list(popup))));
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

    /** Takes a picture of the frame. */
    void picture(String name) {
        robot.waitForIdle();
        BufferedImage image = robot.createScreenCapture(Waiting.onUi(frame::getBounds));
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("sandshell.screenshots")));
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Waiting.onUi(() -> {
            frame.dispose();
            return null;
        });
    }
}
