package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.view.ScreenImage.Change;
import dev.sandshell.intellij.core.terminal.view.ScreenReader.Snapshot;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Makes frames of a terminal's screen, draws the last one, and counts what that costs. */
final class Frames {
    final FrameCounters counters = new FrameCounters();
    private final TerminalScreen screen;
    private final Consumer<Snapshot> whenRead;
    private boolean isDue = true;

    /** @param whenRead brings what is marked to where the text is now */
    Frames(TerminalScreen screen, Consumer<Snapshot> whenRead) {
        this.screen = screen;
        this.whenRead = whenRead;
    }

    /** What was made last is not what there is. */
    void due() {
        isDue = true;
    }

    /** Makes one; says which rows look different. */
    Change make() {
        long start = System.nanoTime();
        isDue = false;
        whenRead.accept(screen.read());
        Change change = screen.paint();
        counters.frame(System.nanoTime() - start, screen.rowsPainted());
        return change;
    }

    /** Makes one if it is due. */
    void makeIfDue() {
        if (isDue) {
            make();
        }
    }

    /** Draws the one that was made last with its upper left corner here, at the nearest pixel and pixel by pixel. */
    void draw(Graphics2D graphics, int width, int height, Color ground) {
        long start = System.nanoTime();
        AffineTransform transform = graphics.getTransform();
        graphics.setTransform(AffineTransform.getTranslateInstance(
                Math.rint(transform.getTranslateX()), Math.rint(transform.getTranslateY())));
        BufferedImage picture = screen.picture();
        if (picture != null) {
            graphics.drawImage(picture, 0, 0, null);
            int right = (int) Math.ceil(width * transform.getScaleX());
            int bottom = (int) Math.ceil(height * transform.getScaleY());
            // What is too narrow for another column, or too low for another row.
            graphics.setColor(ground);
            graphics.fillRect(picture.getWidth(), 0, Math.max(0, right - picture.getWidth()), bottom);
            graphics.fillRect(0, picture.getHeight(), right, Math.max(0, bottom - picture.getHeight()));
        }
        graphics.setTransform(transform);
        counters.painted(System.nanoTime() - start);
    }
}
