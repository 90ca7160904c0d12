package dev.sandshell.intellij.core.terminal.view;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The link under the mouse, which is one only while Ctrl is held. */
final class LinkHover {
    private final LinkFinder finder;
    private final Consumer<LinkFinder.@Nullable Found> whenChanged;
    private @Nullable CellPoint mouse;
    private boolean isHeld;
    private LinkFinder.@Nullable Found found;

    LinkHover(LinkFinder finder, Consumer<LinkFinder.@Nullable Found> whenChanged) {
        this.finder = finder;
        this.whenChanged = whenChanged;
    }

    /** The mouse is somewhere else, or nowhere in here. */
    void move(TerminalView view, @Nullable CellPoint point, boolean isControl) {
        mouse = point;
        hold(view, isControl);
    }

    /** Ctrl goes down or up, wherever the mouse is. */
    void hold(TerminalView view, boolean isControl) {
        isHeld = isControl;
        refresh(view);
    }

    /** What is under the mouse may have become something else. */
    void refresh(TerminalView view) {
        CellPoint point = isHeld ? mouse : null;
        LinkFinder.Found now = point == null ? null : at(view, point.position());
        if (!Objects.equals(now, found)) {
            found = now;
            whenChanged.accept(now);
        }
    }

    private LinkFinder.@Nullable Found at(TerminalView view, Position position) {
        LogicalLine line = view.with(lines -> position.line() < lines.first() || position.line() >= lines.end()
                ? null
                : LogicalLine.around(lines, position.line()));
        return line == null ? null : finder.at(line, position);
    }

    /** The link that a click opens. */
    @Nullable
    TerminalLink link() {
        return found == null ? null : found.link();
    }
}
