package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.input.Key;
import dev.sandshell.intellij.core.terminal.input.KeyEncoder;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;

/** Takes the keys of a terminal: a few are the view's own, some its owner's, all others the program's. */
final class TerminalKeyboard implements KeyListener {
    private static final int CONTROL_SHIFT = InputEvent.CTRL_DOWN_MASK | InputEvent.SHIFT_DOWN_MASK;
    private static final int HELD = CONTROL_SHIFT | InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK;
    private static final boolean IS_MAC = System.getProperty("os.name", "").startsWith("Mac");

    private final TerminalView view;
    private final KeyEncoder encoder = new KeyEncoder(!IS_MAC);
    /** What has become of the key that was pressed last. */
    private enum Fate {
        TO_BE_TYPED,
        DONE,
        OWNERS
    }

    private Fate fate = Fate.TO_BE_TYPED;
    /** The first half of a character that is typed in two events; 0 without one. */
    private char firstHalf;

    TerminalKeyboard(TerminalView view) {
        this.view = view;
    }

    void listen() {
        view.addKeyListener(this);
    }

    @Override
    public void keyPressed(KeyEvent event) {
        view.hover.hold(view, event.isControlDown());
        fate = event.isConsumed() || view.owner.ownsKey(event) ? Fate.OWNERS : take(event);
        if (fate == Fate.DONE) {
            event.consume();
        }
    }

    private Fate take(KeyEvent event) {
        if (isOwn(event)) {
            return Fate.DONE;
        }
        String sequence = encoder.encode(key(event), view.modes());
        if (sequence.isEmpty()) {
            return Fate.TO_BE_TYPED;
        }
        view.type(sequence);
        return Fate.DONE;
    }

    @Override
    public void keyTyped(KeyEvent event) {
        if (event.isConsumed() || fate == Fate.OWNERS) {
            return;
        }
        char character = event.getKeyChar();
        if (fate == Fate.TO_BE_TYPED && character != KeyEvent.CHAR_UNDEFINED && !event.isMetaDown()) {
            if (Character.isHighSurrogate(character)) {
                firstHalf = character;
            } else {
                view.type(Character.isLowSurrogate(character) ? "" + firstHalf + character : "" + character);
                firstHalf = 0;
            }
        }
        event.consume();
    }

    @Override
    public void keyReleased(KeyEvent event) {
        view.hover.hold(view, event.isControlDown());
    }

    /** Does what the keys of the view itself do; whether it was one. */
    private boolean isOwn(KeyEvent event) {
        int held = event.getModifiersEx() & HELD;
        if (held == CONTROL_SHIFT || (IS_MAC && held == InputEvent.META_DOWN_MASK)) {
            return switch (event.getKeyCode()) {
                case KeyEvent.VK_C -> done(view::copy);
                case KeyEvent.VK_V -> done(view::paste);
                case KeyEvent.VK_F -> done(view::find);
                default -> false;
            };
        }
        if (held == InputEvent.SHIFT_DOWN_MASK && !view.modes().isAlternateScreen()) {
            return switch (event.getKeyCode()) {
                case KeyEvent.VK_PAGE_UP -> done(() -> view.scroll.scrollBy(-view.scroll.page()));
                case KeyEvent.VK_PAGE_DOWN -> done(() -> view.scroll.scrollBy(view.scroll.page()));
                case KeyEvent.VK_INSERT -> done(view::paste);
                default -> false;
            };
        }
        return false;
    }

    private static boolean done(Runnable action) {
        action.run();
        return true;
    }

    private static Key key(KeyEvent event) {
        boolean isOnKeypad = event.getKeyLocation() == KeyEvent.KEY_LOCATION_NUMPAD;
        return new Key(
                event.getKeyCode(), event.getKeyChar(), event.getModifiersEx(), isOnKeypad, isOnKeypad && isNumLock());
    }

    private static boolean isNumLock() {
        try {
            return Toolkit.getDefaultToolkit().getLockingKeyState(KeyEvent.VK_NUM_LOCK);
        } catch (UnsupportedOperationException e) {
            // A keyboard without the key always has digits there.
            return true;
        }
    }
}
