package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.TerminalModel;
import dev.sandshell.intellij.core.terminal.input.FocusReport;
import dev.sandshell.intellij.core.terminal.view.ScreenImage.Change;
import dev.sandshell.intellij.core.terminal.view.ScreenReader.Snapshot;
import dev.sandshell.protocol.TerminalSize;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.im.InputMethodRequests;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.accessibility.AccessibleContext;
import javax.swing.BoundedRangeModel;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * A terminal that is seen and typed into. Belongs to the thread of the events like all of Swing; the model may be written by any
 * thread, and is looked at once a frame. Sizes itself in whole cells and tells the owner, who has the program and then the
 * model follow.
 */
public final class TerminalView extends JComponent {
    /** Whose terminal it is; called on the thread of the events. */
    public interface Owner {
        /** Something for the program's input: from keys, the mouse or the clipboard. */
        void typed(String text);

        /** There is room for so many cells now. */
        void resized(TerminalSize size);

        /** A link was clicked. */
        void open(TerminalLink link);

        /** What names of files in the output are relative to; nothing if that is not known. */
        @Nullable
        Path folder();

        /** Whether a key is not for the program but for who is around the terminal. */
        boolean ownsKey(KeyEvent event);
    }

    /** The property that changes when a search has found something else. */
    static final String FOUND = "found";

    private final TerminalModel model;
    final Owner owner;
    private final TerminalColours colours;

    final Selection selection = new Selection();
    private final CursorState cursorState = new CursorState();
    final TerminalSearch search;
    private final Markings markings;
    final CellGrid grid;
    final TerminalScreen screen;
    final Frames frames;
    final CopyPaste copyPaste;
    final ScrollModel scroll;
    final LinkHover hover;
    private final CursorBlink blink;
    private final FramePacer pacer;
    private final TerminalInputMethod inputMethod;

    private Runnable find = () -> {};

    /** @param background where a search looks through what is shown, which takes a while */
    public TerminalView(
            TerminalModel model,
            Owner owner,
            TerminalColours colours,
            TerminalFonts fonts,
            TerminalClipboard clipboard,
            Executor background) {
        this.model = model;
        this.owner = owner;
        this.colours = colours;
        pacer = new FramePacer(System::nanoTime, new SwingScheduler(), this::frame);
        search = new TerminalSearch(model, background, SwingUtilities::invokeLater, this::showFound);
        markings = new Markings(selection, search);
        Viewport viewport = new Viewport();
        grid = new CellGrid(fonts, colours, owner::resized);
        screen = new TerminalScreen(model, viewport, markings, cursorState, grid::look, this::createPicture);
        frames = new Frames(screen, this::follow);
        copyPaste = new CopyPaste(model, selection, clipboard, this::type);
        scroll = new ScrollModel(viewport, pacer::request);
        hover = new LinkHover(new LinkFinder(owner::folder), this::pointAt);
        blink = new CursorBlink(cursorState, pacer::request);
        setOpaque(true);
        setFocusable(true);
        setFocusTraversalKeysEnabled(false);
        setAutoscrolls(true);
        setCursor(Cursor.getPredefinedCursor(Cursor.TEXT_CURSOR));
        new TerminalKeyboard(this).listen();
        new TerminalMouse(this).listen();
        inputMethod = new TerminalInputMethod(this);
        inputMethod.listen();
        new TerminalAttendance(this).listen();
        model.onChanged(pacer::request);
    }

    /** Has fonts and colours be asked for anew. */
    public void lookChanged() {
        grid.lookChanged();
        reportSize();
        pacer.request();
        repaint();
    }

    /** For a scroll bar: one unit is a line. */
    public BoundedRangeModel scrollModel() {
        return scroll;
    }

    /** Whether what the mouse does here is for the program: a menu of the owner's should not come up then. */
    public boolean isForProgram(MouseEvent event) {
        return screen.modes().mouse() != Modes.MouseTracking.NONE && !event.isShiftDown();
    }

    /** Types a text as if by hand: what is at the bottom is seen again. */
    public void type(String text) {
        scroll.toBottom();
        cursorState.show();
        owner.typed(text);
    }

    public boolean hasSelection() {
        return selection.range() != null;
    }

    /** What is selected; empty if nothing is. */
    public String selectedText() {
        return copyPaste.selectedText();
    }

    public void selectAll() {
        with(lines -> {
            selection.all(lines);
            return lines;
        });
        pacer.request();
    }

    public void clearSelection() {
        selection.clear();
        pacer.request();
    }

    /** Copies what is selected, if something is. */
    public void copy() {
        copyPaste.copy();
    }

    public void paste() {
        copyPaste.paste();
    }

    /** What happens when something is to be looked for. */
    void onFind(Runnable action) {
        find = action;
    }

    void find() {
        find.run();
    }

    void requestFrame() {
        pacer.request();
    }

    /** What programs have asked for by now. */
    Modes modes() {
        return model.read(Emulator::modes);
    }

    /** Looks at all lines while nobody changes them. */
    <T> T with(Function<Lines, T> look) {
        return model.read(emulator -> look.apply(Lines.of(emulator)));
    }

    void focused(boolean isFocused) {
        cursorState.focus(isFocused);
        String report = FocusReport.encode(isFocused, modes());
        if (!report.isEmpty()) {
            owner.typed(report);
        }
        pacer.request();
    }

    /** It has come to be seen or is not any more, or its place on the screens is another. */
    void attend() {
        if (isShowing()) {
            useScale(getGraphicsConfiguration().getDefaultTransform().getScaleX());
            reportSize();
            repaint();
        } else {
            // No frame is made that would say so.
            blink.update(false);
        }
    }

    /** Tells the owner of another number of cells, if it is one. */
    void reportSize() {
        grid.report(getWidth(), getHeight());
    }

    @Override
    public InputMethodRequests getInputMethodRequests() {
        return inputMethod;
    }

    @Override
    public Dimension getPreferredSize() {
        return isPreferredSizeSet() ? super.getPreferredSize() : grid.dimension(24, 80);
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleTerminal(this);
        }
        return accessibleContext;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D own = (Graphics2D) graphics.create();
        try {
            if (!isShowing()) {
                // No window says how dense its screen is, or when to make a frame: who has it painted into a picture
                // does.
                useScale(own.getTransform().getScaleX());
                frames.due();
            }
            frames.makeIfDue();
            frames.draw(own, getWidth(), getHeight(), colours.background());
        } finally {
            own.dispose();
        }
    }

    private void useScale(double scale) {
        if (grid.useScale(scale)) {
            frames.due();
        }
    }

    private void frame() {
        frames.due();
        if (isShowing()) {
            Change change = frames.make();
            if (!change.isNone()) {
                repaint(grid.rows(change, getWidth()));
            }
        }
    }

    /** What is marked goes with the text; where lines are others than before, nothing is. */
    private void follow(Snapshot snapshot) {
        if (snapshot.isOther()) {
            selection.clear();
        }
        if (snapshot.isOther() || !snapshot.damage().isEmpty()) {
            search.refresh();
            hover.refresh(this);
        }
        scroll.follow();
        blink.update(cursorState.isFocused() && isShowing() && snapshot.cursor().isBlinking());
    }

    private void showFound() {
        TextRange current = search.current();
        if (current != null) {
            scroll.reveal(current.from().line());
        }
        firePropertyChange(FOUND, null, search.count());
        pacer.request();
    }

    private void pointAt(LinkFinder.@Nullable Found found) {
        markings.point(found == null ? null : found.range());
        setCursor(Cursor.getPredefinedCursor(found == null ? Cursor.TEXT_CURSOR : Cursor.HAND_CURSOR));
        pacer.request();
    }

    private BufferedImage createPicture(int width, int height) {
        return getGraphicsConfiguration() == null
                ? new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
                : getGraphicsConfiguration().createCompatibleImage(width, height);
    }
}
