package dev.sandshell.intellij.core.terminal.view;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputMethodEvent;
import java.awt.event.InputMethodListener;
import java.awt.font.TextHitInfo;
import java.awt.im.InputMethodRequests;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import org.jspecify.annotations.Nullable;

/** Takes what an input method makes of keys: what is finished is typed, the rest is seen at the cursor. */
final class TerminalInputMethod implements InputMethodListener, InputMethodRequests {
    private final TerminalView view;

    TerminalInputMethod(TerminalView view) {
        this.view = view;
    }

    void listen() {
        view.enableInputMethods(true);
        view.addInputMethodListener(this);
    }

    @Override
    public void inputMethodTextChanged(InputMethodEvent event) {
        StringBuilder finished = new StringBuilder();
        StringBuilder composed = new StringBuilder();
        AttributedCharacterIterator text = event.getText();
        if (text != null) {
            int count = 0;
            for (char unit = text.first(); unit != AttributedCharacterIterator.DONE; unit = text.next()) {
                (count++ < event.getCommittedCharacterCount() ? finished : composed).append(unit);
            }
        }
        view.screen.compose(new Composition(composed.toString()));
        view.requestFrame();
        if (finished.length() > 0) {
            view.type(finished.toString());
        }
        event.consume();
    }

    @Override
    public void caretPositionChanged(InputMethodEvent event) {
        event.consume();
    }

    /** Where the cursor is on the screen, so that a list to choose from comes up beside it. */
    @Override
    public Rectangle getTextLocation(@Nullable TextHitInfo offset) {
        Rectangle cell = view.grid.cursor(view.screen.shown());
        Point corner = view.getLocationOnScreen();
        cell.translate(corner.x, corner.y);
        return cell;
    }

    @Override
    public @Nullable TextHitInfo getLocationOffset(int x, int y) {
        return null;
    }

    @Override
    public int getInsertPositionOffset() {
        return 0;
    }

    @Override
    public AttributedCharacterIterator getCommittedText(
            int beginIndex, int endIndex, AttributedCharacterIterator.Attribute @Nullable [] attributes) {
        return NOTHING.getIterator();
    }

    @Override
    public int getCommittedTextLength() {
        return 0;
    }

    @Override
    public @Nullable AttributedCharacterIterator cancelLatestCommittedText(
            AttributedCharacterIterator.Attribute @Nullable [] attributes) {
        return null;
    }

    @Override
    public AttributedCharacterIterator getSelectedText(AttributedCharacterIterator.Attribute @Nullable [] attributes) {
        return NOTHING.getIterator();
    }

    /** What was typed is the program's, and not here to be changed. */
    private static final AttributedString NOTHING = new AttributedString("");
}
