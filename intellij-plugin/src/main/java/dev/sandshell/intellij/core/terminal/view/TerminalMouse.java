package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.input.Key;
import dev.sandshell.intellij.core.terminal.input.KeyEncoder;
import dev.sandshell.intellij.core.terminal.input.MouseAction;
import dev.sandshell.intellij.core.terminal.input.MouseAction.Kind;
import dev.sandshell.intellij.core.terminal.input.MouseEncoder;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** Takes what the mouse does over a terminal: it opens links, is the program's where that asks for it, and selects otherwise. */
final class TerminalMouse extends MouseAdapter {
    private final TerminalView view;
    private final WheelSteps wheel = new WheelSteps();
    /** The cell of which the program was told last; a move within it is none. */
    private @Nullable CellPoint told;
    /** What was pressed belongs to a link, until it is released. */
    private boolean isLinkPressed;

    TerminalMouse(TerminalView view) {
        this.view = view;
    }

    void listen() {
        view.addMouseListener(this);
        view.addMouseMotionListener(this);
        view.addMouseWheelListener(this);
    }

    @Override
    public void mousePressed(MouseEvent event) {
        view.requestFocusInWindow();
        CellPoint point = point(event);
        view.hover.move(view, point, event.isControlDown());
        TerminalLink link = view.hover.link();
        isLinkPressed = link != null && SwingUtilities.isLeftMouseButton(event);
        if (link != null && isLinkPressed) {
            view.owner.open(link);
        } else if (view.isForProgram(event)) {
            tell(Kind.PRESSED, event.getButton(), event, point);
        } else if (event.getButton() == MouseEvent.BUTTON1) {
            select(event, point);
        } else if (event.getButton() == MouseEvent.BUTTON2) {
            view.copyPaste.pasteSelection();
        }
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        if (isLinkPressed) {
            return;
        }
        CellPoint point = point(event);
        if (view.isForProgram(event)) {
            moved(heldButton(event), event, point);
        } else if (SwingUtilities.isLeftMouseButton(event)) {
            if (event.getY() < 0 || event.getY() >= view.getHeight()) {
                view.scroll.scrollBy(event.getY() < 0 ? -1 : 1);
            }
            extend(point);
        }
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        if (isLinkPressed) {
            isLinkPressed = false;
        } else if (view.isForProgram(event)) {
            tell(Kind.RELEASED, event.getButton(), event, point(event));
        } else if (event.getButton() == MouseEvent.BUTTON1) {
            view.copyPaste.offerSelection();
        }
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        CellPoint point = point(event);
        view.hover.move(view, point, event.isControlDown());
        if (view.isForProgram(event)) {
            moved(0, event, point);
        }
    }

    @Override
    public void mouseExited(MouseEvent event) {
        view.hover.move(view, null, false);
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
        boolean isSideways = event.isShiftDown();
        if (view.isForProgram(event)) {
            int notches = wheel.notches(event.getPreciseWheelRotation());
            for (int notch = 0; notch < Math.abs(notches); notch++) {
                tell(Kind.PRESSED, notches < 0 ? 4 : 5, event, point(event));
            }
        } else if (!isSideways || view.modes().mouse() != Modes.MouseTracking.NONE) {
            scroll(wheel.lines(event));
        }
        event.consume();
    }

    /** A screen of a program's own has nothing above it: there the wheel is the arrow keys, as in other terminals. */
    private void scroll(int lines) {
        Modes modes = view.modes();
        if (modes.isAlternateScreen()) {
            Key key = Key.of(lines < 0 ? KeyEvent.VK_UP : KeyEvent.VK_DOWN, 0);
            String sequence = new KeyEncoder(true).encode(key, modes);
            if (lines != 0) {
                view.type(sequence.repeat(Math.abs(lines)));
            }
        } else {
            view.scroll.scrollBy(lines);
        }
    }

    private void select(MouseEvent event, CellPoint point) {
        if (event.isShiftDown() && view.hasSelection()) {
            extend(point);
        } else {
            Selection.Unit unit = Selection.Unit.of(event.getClickCount());
            view.with(lines -> {
                if (isThere(lines, point)) {
                    view.selection.begin(lines, point.position(), point.isInRightHalf(), unit);
                }
                return lines;
            });
            view.requestFrame();
        }
    }

    private void extend(CellPoint point) {
        view.with(lines -> {
            if (isThere(lines, point)) {
                view.selection.extend(lines, point.position(), point.isInRightHalf());
            }
            return lines;
        });
        view.requestFrame();
    }

    /** What was seen at the last frame may be gone by now. */
    private static boolean isThere(Lines lines, CellPoint point) {
        return point.position().line() >= lines.first() && point.position().line() < lines.end();
    }

    private void moved(int button, MouseEvent event, CellPoint point) {
        if (told == null
                || point.row() != told.row()
                || point.position().column() != told.position().column()) {
            tell(Kind.MOVED, button, event, point);
        }
    }

    private void tell(Kind kind, int button, MouseEvent event, CellPoint point) {
        told = point;
        MouseAction action = new MouseAction(
                kind,
                button,
                point.row(),
                point.position().column(),
                event.isShiftDown(),
                event.isAltDown(),
                event.isControlDown());
        String report = MouseEncoder.encode(action, view.modes());
        if (!report.isEmpty()) {
            view.owner.typed(report);
        }
    }

    private CellPoint point(MouseEvent event) {
        return view.grid.at(event.getPoint(), view.screen.shown());
    }

    private static int heldButton(MouseEvent event) {
        int held = event.getModifiersEx();
        if ((held & InputEvent.BUTTON1_DOWN_MASK) != 0) {
            return 1;
        }
        return (held & InputEvent.BUTTON2_DOWN_MASK) != 0 ? 2 : 3;
    }
}
