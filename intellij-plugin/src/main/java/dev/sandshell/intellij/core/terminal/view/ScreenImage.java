package dev.sandshell.intellij.core.terminal.view;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The picture of what is seen, in pixels of the device. Told what each row is to look like, it moves those that have only gone
 * elsewhere, paints those that look different, and leaves the rest alone.
 */
final class ScreenImage {
    /** Makes an image that this screen shows fast. */
    interface Factory {
        BufferedImage create(int width, int height);
    }

    /**
     * Which rows are others than before.
     *
     * @param first the first of them
     * @param end the one after the last; not more than {@code first} where there are none
     */
    record Change(int first, int end) {
        static final Change NONE = new Change(0, 0);

        boolean isNone() {
            return end <= first;
        }
    }

    private final Look look;
    private final RowPainter painter;
    private final BufferedImage image;
    private final List<@Nullable RowPicture> rows = new ArrayList<>();
    private long first;
    private long painted;

    ScreenImage(Look look, int rowCount, int columns, Factory factory) {
        this.look = look;
        painter = new RowPainter(look, columns);
        image = factory.create(
                columns * look.metrics().width(), rowCount * look.metrics().height());
        for (int row = 0; row < rowCount; row++) {
            rows.add(null);
        }
    }

    BufferedImage image() {
        return image;
    }

    /** How many rows were painted, not moved, since it was made. */
    long painted() {
        return painted;
    }

    /**
     * Shows these rows.
     *
     * @param newFirst the number of the first one's line
     */
    Change show(long newFirst, List<RowPicture> pictures) {
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, look.antialiasing());
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_OFF);
            boolean isMoved = move(graphics, newFirst);
            Change change = paint(graphics, pictures);
            return isMoved ? new Change(0, rows.size()) : change;
        } finally {
            graphics.dispose();
        }
    }

    /** Whether there was something to move. */
    private boolean move(Graphics2D graphics, long newFirst) {
        long by = newFirst - first;
        first = newFirst;
        if (by == 0 || Math.abs(by) >= rows.size()) {
            return false;
        }
        int up = (int) by;
        int kept = rows.size() - Math.abs(up);
        int height = look.metrics().height();
        graphics.copyArea(0, Math.max(0, up) * height, image.getWidth(), kept * height, 0, -up * height);
        List<@Nullable RowPicture> moved = new ArrayList<>(rows.subList(Math.max(0, up), Math.max(0, up) + kept));
        for (int row = 0; row < rows.size(); row++) {
            int before = row - Math.max(0, -up);
            rows.set(row, before >= 0 && before < kept ? moved.get(before) : null);
        }
        return true;
    }

    private Change paint(Graphics2D graphics, List<RowPicture> pictures) {
        int from = rows.size();
        int end = 0;
        for (int row = 0; row < rows.size(); row++) {
            RowPicture picture = pictures.get(row);
            if (!picture.equals(rows.get(row))) {
                painter.paint(graphics, picture, row * look.metrics().height());
                rows.set(row, picture);
                painted++;
                from = Math.min(from, row);
                end = row + 1;
            }
        }
        return new Change(from, end);
    }
}
