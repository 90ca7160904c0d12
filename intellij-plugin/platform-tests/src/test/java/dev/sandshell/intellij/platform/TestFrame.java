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
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A frame with the tool window, and somebody in front of it. Used from outside of the UI thread. */
final class TestFrame implements AutoCloseable {
    private final JFrame frame;
    private final JTextArea editor;
    private final Robot robot;
    private final TestKeyboard keyboard;
    private final TestPopup popup;

    private TestFrame(JFrame frame, JTextArea editor) {
        this.frame = frame;
        this.editor = editor;
        try {
            robot = new Robot();
        } catch (AWTException e) {
            throw new AssertionError(e);
        }
        robot.setAutoDelay(5);
        keyboard = new TestKeyboard(robot);
        popup = new TestPopup(frame);
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
        Waiting.until(() -> terminal() != null, () -> "no terminal");
        Point place = Waiting.onUi(() -> shown().getLocationOnScreen());
        click(place);
    }

    private void click(Point place) {
        robot.mouseMove(place.x + 60, place.y + 10);
        click();
    }

    /** The colour of the terminal's lower right corner, where nothing is written. */
    Color ground() {
        robot.waitForIdle();
        Rectangle place = Waiting.onUi(this::bounds);
        return robot.getPixelColor(place.x + place.width - 3, place.y + place.height - 3);
    }

    /** Whether a pixel of the frame has this very colour. */
    boolean shows(Color colour) {
        robot.waitForIdle();
        BufferedImage image = robot.createScreenCapture(Waiting.onUi(frame::getBounds));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).anyMatch(pixel -> pixel == colour.getRGB());
    }

    private TerminalView shown() {
        return Objects.requireNonNull(find(frame.getContentPane()));
    }

    private Rectangle bounds() {
        TerminalView terminal = shown();
        return new Rectangle(terminal.getLocationOnScreen(), terminal.getSize());
    }

    /** Clicks with Ctrl into the middle of a text, on the last line that is that and another before it. */
    void controlClick(String before, String text) {
        moveTo(before, text);
        robot.keyPress(KeyEvent.VK_CONTROL);
        click();
        robot.keyRelease(KeyEvent.VK_CONTROL);
    }

    /** Clicks twice into the middle of the last line that is this. */
    void doubleClick(String text) {
        moveTo("", text);
        click();
        click();
    }

    private void moveTo(String before, String text) {
        List<String> lines = text().lines().toList();
        int row = lines.lastIndexOf(before + text);
        Rectangle place = Waiting.onUi(this::bounds);
        // As large as 24 rows of 80 columns it wants to be.
        Dimension wanted = Waiting.onUi(() -> shown().getPreferredSize());
        int width = wanted.width / 80;
        int height = wanted.height / 24;
        robot.mouseMove(place.x + (before.length() + text.length() / 2) * width, place.y + row * height + height / 2);
    }

    private void click() {
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
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

    TestKeyboard keyboard() {
        return keyboard;
    }

    TestPopup popup() {
        return popup;
    }

    /** A dialog with this in its title is open, and what is typed goes there. */
    void awaitDialog(String title) {
        Waiting.until(() -> dialog().contains(title), () -> dialog() + "; " + text());
    }

    void awaitNoDialog() {
        Waiting.until(() -> dialog().isEmpty(), () -> dialog() + "; " + text());
    }

    /** The title of the dialog in which something has the keyboard; empty if none has. */
    private static String dialog() {
        return Waiting.onUi(() -> {
            Component focused =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            return focused != null && SwingUtilities.getWindowAncestor(focused) instanceof JDialog dialog
                    ? dialog.getTitle()
                    : "";
        });
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
        popup.close();
        Waiting.onUi(() -> {
            frame.dispose();
            return null;
        });
    }
}
