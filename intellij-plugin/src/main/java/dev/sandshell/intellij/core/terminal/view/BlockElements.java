package dev.sandshell.intellij.core.terminal.view;

import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics2D;

/** Draws U+2580 to U+259F so that they fill their part of the cell to the pixel. */
final class BlockElements {
    /** Of U+2596 to U+259F the quarters: 1 for the upper left, 2 upper right, 4 lower left, 8 lower right. */
    private static final int[] QUARTERS = {4, 8, 1, 13, 9, 7, 11, 2, 6, 14};

    private BlockElements() {}

    static boolean draws(int codePoint) {
        return codePoint >= 0x2580 && codePoint <= 0x259F;
    }

    /** Draws one into its cell, in the colour that is set. */
    static void draw(Graphics2D graphics, int codePoint, int x, int y, int width, int height) {
        if (codePoint == 0x2580) {
            graphics.fillRect(x, y, width, height - height / 2);
        } else if (codePoint <= 0x2588) {
            int part = eighths(height, codePoint - 0x2580);
            graphics.fillRect(x, y + height - part, width, part);
        } else if (codePoint <= 0x258F) {
            graphics.fillRect(x, y, eighths(width, 0x2590 - codePoint), height);
        } else if (codePoint == 0x2590) {
            graphics.fillRect(x + width / 2, y, width - width / 2, height);
        } else if (codePoint <= 0x2593) {
            shade(graphics, (codePoint - 0x2590) / 4f, x, y, width, height);
        } else if (codePoint == 0x2594) {
            graphics.fillRect(x, y, width, eighths(height, 1));
        } else if (codePoint == 0x2595) {
            int part = eighths(width, 1);
            graphics.fillRect(x + width - part, y, part, height);
        } else {
            quarters(graphics, QUARTERS[codePoint - 0x2596], x, y, width, height);
        }
    }

    private static void quarters(Graphics2D graphics, int which, int x, int y, int width, int height) {
        int left = width / 2;
        int upper = height - height / 2;
        for (int quarter = 0; quarter < 4; quarter++) {
            if (((which >> quarter) & 1) != 0) {
                boolean isRight = quarter % 2 == 1;
                boolean isLower = quarter >= 2;
                graphics.fillRect(
                        isRight ? x + left : x,
                        isLower ? y + upper : y,
                        isRight ? width - left : left,
                        isLower ? height - upper : upper);
            }
        }
    }

    private static void shade(Graphics2D graphics, float part, int x, int y, int width, int height) {
        Composite composite = graphics.getComposite();
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, part));
        graphics.fillRect(x, y, width, height);
        graphics.setComposite(composite);
    }

    private static int eighths(int size, int count) {
        return Math.max(1, Math.round(size * count / 8f));
    }
}
