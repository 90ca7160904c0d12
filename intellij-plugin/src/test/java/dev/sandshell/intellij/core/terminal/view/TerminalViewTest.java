package dev.sandshell.intellij.core.terminal.view;

import static java.awt.event.InputEvent.ALT_DOWN_MASK;
import static java.awt.event.InputEvent.BUTTON1_DOWN_MASK;
import static java.awt.event.InputEvent.CTRL_DOWN_MASK;
import static java.awt.event.InputEvent.META_DOWN_MASK;
import static java.awt.event.InputEvent.SHIFT_DOWN_MASK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.Modes.MouseEncoding;
import dev.sandshell.intellij.core.terminal.Modes.MouseTracking;
import dev.sandshell.intellij.core.terminal.TerminalModel;
import dev.sandshell.intellij.core.terminal.view.TerminalLink.FileLocation;
import dev.sandshell.protocol.TerminalSize;
import java.awt.Cursor;
import java.awt.Graphics2D;
import java.awt.event.InputMethodEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.text.AttributedString;
import java.util.HashSet;
import java.util.Set;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A terminal as its user has it: with keys, the mouse and the clipboard. All of it on the thread of the events. */
class TerminalViewTest {
    private static final Modes ALTERNATE =
            new Modes(true, false, false, false, false, false, true, false, MouseTracking.NONE, MouseEncoding.SGR);
    private static final Modes REPORTING =
            new Modes(false, false, false, true, true, false, true, false, MouseTracking.ANY, MouseEncoding.SGR);

    private final FakeEmulator emulator = new FakeEmulator(5, 20);
    private final TerminalModel model = new TerminalModel(emulator);
    private final RecordingOwner owner = new RecordingOwner();
    private final TestScheme scheme = new TestScheme();

    @Test
    void keysAreTyped() throws Exception {
        onEvents(view -> {
            press(view, KeyEvent.VK_UP, KeyEvent.CHAR_UNDEFINED, 0);
            press(view, KeyEvent.VK_TAB, '\t', 0);
            press(view, KeyEvent.VK_C, '\003', CTRL_DOWN_MASK);
            press(view, KeyEvent.VK_B, 'b', ALT_DOWN_MASK);
            press(view, KeyEvent.VK_UNDEFINED, 'ж', 0);
            press(view, KeyEvent.VK_A, 'a', META_DOWN_MASK);
            assertThat(owner.takeTyped()).isEqualTo("\033[A\t\003\033bж");
            "😀".chars().forEach(half -> typed(view, (char) half, 0));
            assertThat(owner.takeTyped()).isEqualTo("😀");
        });
    }

    @Test
    void someKeysAreTheOwners() throws Exception {
        onEvents(view -> {
            owner.ownKey = KeyEvent.VK_F4;
            KeyEvent owned = press(view, KeyEvent.VK_F4, KeyEvent.CHAR_UNDEFINED, 0);
            KeyEvent other = press(view, KeyEvent.VK_F5, KeyEvent.CHAR_UNDEFINED, 0);

            assertThat(owned.isConsumed()).isFalse();
            assertThat(other.isConsumed()).isTrue();
            assertThat(owner.takeTyped()).isEqualTo("\033[15~");
        });
    }

    @Test
    void composedTextIsSeenAndTypedWhenItIsFinished() throws Exception {
        onEvents(view -> {
            compose(view, "にほ", 0);
            assertThat(owner.takeTyped()).isEmpty();
            // Where no font has them, a box stands for each, which may have a single colour.
            assertThat(colours(paint(view), 0, 0, 4)).hasSizeGreaterThan(1);

            compose(view, "日本", 2);
            assertThat(owner.takeTyped()).isEqualTo("日本");
            assertThat(colours(paint(view), 0, 1, 3)).hasSize(1);
        });
    }

    @Test
    void copiesOnDemandAndPastesInBrackets() throws Exception {
        onEvents(view -> {
            emulator.put(0, "hello you");
            paint(view);
            drag(view, 0, 0, 5, 0);
            assertThat(owner.clipboard).isNull();
            assertThat(owner.primary).isEqualTo("hello");

            press(view, KeyEvent.VK_C, '\003', CTRL_DOWN_MASK | SHIFT_DOWN_MASK);
            assertThat(owner.clipboard).isEqualTo("hello");
            owner.clipboard = "a\nb";
            press(view, KeyEvent.VK_V, '\026', CTRL_DOWN_MASK | SHIFT_DOWN_MASK);
            emulator.modes(REPORTING);
            press(view, KeyEvent.VK_V, '\026', CTRL_DOWN_MASK | SHIFT_DOWN_MASK);
            assertThat(owner.takeTyped()).isEqualTo("a\rb\033[200~a\rb\033[201~");
        });
    }

    @Test
    void middleButtonPastesWhatIsSelectedSomewhere() throws Exception {
        onEvents(view -> {
            owner.primary = "x y";
            mouse(view, MouseEvent.MOUSE_PRESSED, 0, 0, MouseEvent.BUTTON2, 0, 1);
            assertThat(owner.takeTyped()).isEqualTo("x y");
        });
    }

    @Test
    void selectsWordsAndExtendsWithShift() throws Exception {
        onEvents(view -> {
            emulator.put(0, "one two three");
            paint(view);
            mouse(view, MouseEvent.MOUSE_PRESSED, 5, 0, MouseEvent.BUTTON1, 0, 2);
            assertThat(view.selectedText()).isEqualTo("two");
            mouse(view, MouseEvent.MOUSE_PRESSED, 9, 0, MouseEvent.BUTTON1, SHIFT_DOWN_MASK, 1);
            assertThat(view.selectedText()).isEqualTo("two three");
            emulator.write("more");
            paint(view);
            assertThat(view.selectedText()).isEqualTo("two three");
            emulator.forgetHistory();
            paint(view);
            assertThat(view.hasSelection()).isFalse();
        });
    }

    @Test
    void wheelAndPagesScrollBackAndTypingReturns() throws Exception {
        onEvents(view -> {
            emulator.write("1\n2\n3\n4\n5\n6\n7\n8\n9\n10");
            paint(view);
            assertThat(view.screen.text()).startsWith("6");
            wheel(view, -1, 0);
            paint(view);
            assertThat(view.screen.text()).startsWith("3");
            emulator.write("11\n12");
            paint(view);
            assertThat(view.screen.text()).as("stays").startsWith("3");
            assertThat(view.scrollModel().getValue()).isEqualTo(7);
            assertThat(view.scrollModel().getMaximum()).isEqualTo(17);

            press(view, KeyEvent.VK_PAGE_UP, KeyEvent.CHAR_UNDEFINED, SHIFT_DOWN_MASK);
            paint(view);
            assertThat(view.scrollModel().getValue()).isEqualTo(3);
            view.scrollModel().setValue(6);
            paint(view);
            assertThat(view.screen.text()).startsWith("2");
            press(view, KeyEvent.VK_ENTER, '\n', 0);
            paint(view);
            assertThat(view.screen.text()).startsWith("8");
            assertThat(owner.takeTyped()).isEqualTo("\r");
        });
    }

    @Test
    void wheelIsTheArrowKeysOnAScreenOfTheProgramsOwn() throws Exception {
        onEvents(view -> {
            emulator.write("1\n2\n3\n4\n5\n6\n7");
            emulator.modes(ALTERNATE);
            paint(view);
            wheel(view, -1, 0);
            press(view, KeyEvent.VK_PAGE_UP, KeyEvent.CHAR_UNDEFINED, SHIFT_DOWN_MASK);
            assertThat(owner.takeTyped()).isEqualTo("\033[A\033[A\033[A\033[5;2~");
        });
    }

    @Test
    void mouseIsTheProgramsUnlessShiftIsHeld() throws Exception {
        onEvents(view -> {
            emulator.put(0, "hello");
            emulator.modes(REPORTING);
            paint(view);
            drag(view, 0, 0, 2, 1);
            wheel(view, 1, 0);
            assertThat(owner.takeTyped()).isEqualTo("\033[<0;1;1M\033[<32;3;2M\033[<0;3;2m\033[<65;1;1M");
            assertThat(view.hasSelection()).isFalse();

            mouse(view, MouseEvent.MOUSE_PRESSED, 0, 0, MouseEvent.BUTTON1, SHIFT_DOWN_MASK, 2);
            assertThat(view.selectedText()).isEqualTo("hello");
            assertThat(owner.takeTyped()).isEmpty();
        });
    }

    @Test
    void focusIsReported() throws Exception {
        onEvents(view -> {
            view.focused(true);
            emulator.modes(REPORTING);
            view.focused(false);
            view.focused(true);
            assertThat(owner.takeTyped()).isEqualTo("\033[O\033[I");
        });
    }

    @Test
    void linkIsOneWhileControlIsHeld() throws Exception {
        onEvents(view -> {
            emulator.put(0, "src/A.java:3: bad");
            paint(view);
            mouse(view, MouseEvent.MOUSE_MOVED, 2, 0, 0, 0, 0);
            assertThat(view.getCursor().getType()).isEqualTo(Cursor.TEXT_CURSOR);
            press(view, KeyEvent.VK_CONTROL, KeyEvent.CHAR_UNDEFINED, CTRL_DOWN_MASK);
            assertThat(view.getCursor().getType()).isEqualTo(Cursor.HAND_CURSOR);
            assertThat(colours(paint(view), 0, 0, 12)).contains(scheme.link().getRGB());
            mouse(view, MouseEvent.MOUSE_PRESSED, 2, 0, MouseEvent.BUTTON1, CTRL_DOWN_MASK, 1);

            assertThat(owner.opened).containsExactly(new FileLocation(Path.of("/project/src/A.java"), 3, 0));
            assertThat(owner.takeTyped()).isEmpty();
        });
    }

    @Test
    void sizeIsToldInWholeCellsAndOnce() throws Exception {
        onEvents(view -> {
            owner.sizes.clear();
            view.setSize(view.getWidth() + 1, view.getHeight() + 1);
            view.reportSize();
            assertThat(owner.sizes).isEmpty();
            scheme.font(scheme.font().deriveFont(28f), 1.5f);
            view.lookChanged();
            view.lookChanged();
            assertThat(owner.sizes).hasSize(1);
            assertThat(owner.sizes.get(0)).isEqualTo(new TerminalSize(1, 9));
        });
    }

    @Test
    void screenReadersAreToldTheText() throws Exception {
        onEvents(view -> {
            emulator.put(0, "hello");
            emulator.put(1, "you");
            paint(view);
            assertThat(view.getAccessibleContext().getAccessibleName()).isEqualTo("Terminal");
            assertThat(view.getAccessibleContext().getAccessibleDescription()).isEqualTo("hello\nyou");
        });
    }

    /** Somebody writes all the time; the picture is whole nevertheless, and the owner hears of it on the right thread only. */
    @Test
    void writingGoesOnWhileItIsPainted() throws Exception {
        Thread writer = new Thread(() -> {
            for (int line = 0; line < 20_000; line++) {
                model.write("line " + line);
            }
        });
        TerminalView[] made = new TerminalView[1];
        onEvents(view -> made[0] = view);
        writer.start();
        while (writer.isAlive()) {
            onEvents(made[0], this::paint);
        }
        writer.join();

        onEvents(made[0], this::paint);
        onEvents(
                made[0],
                view -> assertThat(view.screen.text())
                        .isEqualTo("line 19995\nline 19996\nline 19997\nline 19998\nline 19999"));
        assertThat(made[0].frames.counters.frames()).isPositive();
        assertThat(made[0].frames.counters.nanos()).isPositive();
    }

    private interface Step {
        void run(TerminalView view);
    }

    private void onEvents(Step step) throws Exception {
        onEvents(null, step);
    }

    private void onEvents(@Nullable TerminalView existing, Step step) throws Exception {
        try {
            SwingUtilities.invokeAndWait(() -> step.run(existing == null ? create() : existing));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AssertionError failure) {
                throw failure;
            }
            throw e;
        }
    }

    private TerminalView create() {
        TerminalView view = new TerminalView(model, owner, scheme, scheme, owner, Runnable::run);
        view.setSize(20 * width(), 5 * height());
        view.reportSize();
        assertThat(owner.sizes).containsExactly(new TerminalSize(5, 20));
        paint(view);
        return view;
    }

    private int width() {
        return CellMetrics.of(scheme, 1).width();
    }

    private int height() {
        return CellMetrics.of(scheme, 1).height();
    }

    private BufferedImage paint(TerminalView view) {
        BufferedImage image = new BufferedImage(view.getWidth(), view.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        view.paint(graphics);
        graphics.dispose();
        return image;
    }

    /** The colours that cells of a row have. */
    private Set<Integer> colours(BufferedImage image, int row, int from, int end) {
        Set<Integer> colours = new HashSet<>();
        for (int x = from * width(); x < end * width(); x++) {
            for (int y = row * height(); y < (row + 1) * height(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    private KeyEvent press(TerminalView view, int code, char character, int modifiers) {
        KeyEvent pressed = new KeyEvent(view, KeyEvent.KEY_PRESSED, 0, modifiers, code, character);
        // Not dispatched: keys go to whoever has the keyboard, which nobody has without a window.
        for (KeyListener listener : view.getKeyListeners()) {
            listener.keyPressed(pressed);
        }
        if (character != KeyEvent.CHAR_UNDEFINED) {
            typed(view, character, modifiers);
        }
        return pressed;
    }

    private void typed(TerminalView view, char character, int modifiers) {
        KeyEvent event = new KeyEvent(view, KeyEvent.KEY_TYPED, 0, modifiers, KeyEvent.VK_UNDEFINED, character);
        for (KeyListener listener : view.getKeyListeners()) {
            listener.keyTyped(event);
        }
    }

    private void compose(TerminalView view, String text, int finished) {
        view.dispatchEvent(new InputMethodEvent(
                view,
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                new AttributedString(text).getIterator(),
                finished,
                null,
                null));
    }

    private void drag(TerminalView view, int fromColumn, int fromRow, int toColumn, int toRow) {
        mouse(view, MouseEvent.MOUSE_PRESSED, fromColumn, fromRow, MouseEvent.BUTTON1, BUTTON1_DOWN_MASK, 1);
        mouse(view, MouseEvent.MOUSE_DRAGGED, toColumn, toRow, 0, BUTTON1_DOWN_MASK, 1);
        mouse(view, MouseEvent.MOUSE_RELEASED, toColumn, toRow, MouseEvent.BUTTON1, 0, 1);
    }

    private void mouse(TerminalView view, int id, int column, int row, int button, int modifiers, int clicks) {
        view.dispatchEvent(new MouseEvent(
                view, id, 0, modifiers, column * width() + 1, row * height() + 1, clicks, false, button));
    }

    private void wheel(TerminalView view, int notches, int modifiers) {
        view.dispatchEvent(new MouseWheelEvent(
                view,
                MouseEvent.MOUSE_WHEEL,
                0,
                modifiers,
                1,
                1,
                0,
                false,
                MouseWheelEvent.WHEEL_UNIT_SCROLL,
                3,
                notches));
    }
}
