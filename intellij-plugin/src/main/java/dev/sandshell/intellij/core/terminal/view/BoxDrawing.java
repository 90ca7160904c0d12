package dev.sandshell.intellij.core.terminal.view;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** Draws U+2500 to U+257F so that they join from cell to cell, whatever the font and the line spacing. */
final class BoxDrawing {
    private final Graphics2D graphics;
    private final int x;
    private final int y;
    private final Axis across;
    private final Axis down;

    private BoxDrawing(Graphics2D graphics, int x, int y, int width, int height) {
        this.graphics = graphics;
        this.x = x;
        this.y = y;
        int light = Math.max(1, Math.round(width / 8f));
        across = new Axis(width, (width - light) / 2, light);
        down = new Axis(height, (height - light) / 2, light);
    }

    static boolean draws(int codePoint) {
        return codePoint >= 0x2500 && codePoint <= 0x257F;
    }

    /** Draws one into its cell, in the colour that is set. */
    static void draw(Graphics2D graphics, int codePoint, int x, int y, int width, int height) {
        BoxDrawing cell = new BoxDrawing(graphics, x, y, width, height);
        if (BoxArms.has(codePoint)) {
            cell.arms(codePoint);
        } else if (codePoint <= 0x254F) {
            cell.dashes(codePoint);
        } else if (codePoint <= 0x2570) {
            cell.arc(codePoint - 0x256D);
        } else {
            cell.diagonals(codePoint);
        }
    }

    private void arms(int codePoint) {
        int left = BoxArms.left(codePoint);
        int up = BoxArms.up(codePoint);
        int right = BoxArms.right(codePoint);
        int low = BoxArms.down(codePoint);
        arm(left, true, across.endOf(up, low, right), across.endOf(up, low), across.endOf(low, up), false);
        arm(right, false, across.startOf(up, low, left), across.startOf(up, low), across.startOf(low, up), false);
        arm(up, true, down.endOf(left, right, low), down.endOf(left, right), down.endOf(right, left), true);
        arm(low, false, down.startOf(left, right, up), down.startOf(left, right), down.startOf(right, left), true);
    }

    /**
     * Draws a line from an edge.
     *
     * @param single where it meets the others, if it is one line, and the two of which it is otherwise
     */
    private void arm(int weight, boolean isFromStart, int single, int first, int second, boolean isVertical) {
        Axis along = isVertical ? down : across;
        Axis over = isVertical ? across : down;
        if (weight == BoxArms.DOUBLE) {
            fill(isFromStart ? 0 : first, isFromStart ? first : along.size, over.first(), over.light, isVertical);
            fill(isFromStart ? 0 : second, isFromStart ? second : along.size, over.second(), over.light, isVertical);
        } else if (weight != BoxArms.NONE) {
            int thickness = over.thickness(weight);
            fill(
                    isFromStart ? 0 : single,
                    isFromStart ? single : along.size,
                    over.start(weight),
                    thickness,
                    isVertical);
        }
    }

    private void dashes(int codePoint) {
        boolean isHeavy = codePoint % 2 == 1;
        boolean isVertical = codePoint % 4 >= 2;
        int count = codePoint >= 0x254C ? 2 : codePoint <= 0x2507 ? 3 : 4;
        Axis along = isVertical ? down : across;
        Axis over = isVertical ? across : down;
        int weight = isHeavy ? BoxArms.HEAVY : BoxArms.LIGHT;
        for (int dash = 0; dash < count; dash++) {
            int from = dash * along.size / count;
            int to = (dash + 1) * along.size / count;
            int gap = Math.max(1, (to - from) / 3);
            fill(from, to - gap, over.start(weight), over.thickness(weight), isVertical);
        }
    }

    /** Corners that are round: of the boxes' upper left, upper right, lower right and lower left. */
    private void arc(int corner) {
        double middleX = x + across.middle();
        double middleY = y + down.middle();
        double radius = Math.min(across.size, down.size) / 2.0;
        boolean isLeft = corner == 0 || corner == 3;
        boolean isUpper = corner <= 1;
        double towardsX = isLeft ? radius : -radius;
        double towardsY = isUpper ? radius : -radius;
        Path2D path = new Path2D.Double();
        path.moveTo(middleX, isUpper ? y + down.size : y);
        path.lineTo(middleX, middleY + towardsY);
        path.quadTo(middleX, middleY, middleX + towardsX, middleY);
        path.lineTo(isLeft ? x + across.size : x, middleY);
        stroke(path);
    }

    private void diagonals(int codePoint) {
        if (codePoint != 0x2572) {
            stroke(new Line2D.Double(x, y + down.size, x + across.size, y));
        }
        if (codePoint != 0x2571) {
            stroke(new Line2D.Double(x, y, x + across.size, y + down.size));
        }
    }

    private void stroke(Shape shape) {
        Object antialiasing = graphics.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setStroke(new BasicStroke(across.light, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, antialiasing);
    }

    private void fill(int from, int to, int over, int thickness, boolean isVertical) {
        if (isVertical) {
            graphics.fillRect(x + over, y + from, thickness, to - from);
        } else {
            graphics.fillRect(x + from, y + over, to - from, thickness);
        }
    }

    /**
     * One direction of a cell, and where lines across it lie.
     *
     * @param light how thick a light line is, and where one through the middle begins
     */
    private record Axis(int size, int centre, int light) {
        double middle() {
            return centre + light / 2.0;
        }

        int thickness(int weight) {
            return weight == BoxArms.HEAVY ? light + Math.max(1, light) : light;
        }

        int start(int weight) {
            return centre - (thickness(weight) - light) / 2;
        }

        /** Where the two lines of a double one begin. */
        int first() {
            return centre - light;
        }

        int second() {
            return centre + light;
        }

        /** Where a single line begins that comes out of two others, and goes on at the other side or not. */
        int startOf(int one, int other, int opposite) {
            if (one == BoxArms.DOUBLE || other == BoxArms.DOUBLE) {
                return one == other && opposite == BoxArms.NONE ? second() : first();
            }
            int weight = Math.max(one, other);
            return weight == BoxArms.NONE ? size / 2 : start(weight);
        }

        int endOf(int one, int other, int opposite) {
            if (one == BoxArms.DOUBLE || other == BoxArms.DOUBLE) {
                return (one == other && opposite == BoxArms.NONE ? first() : second()) + light;
            }
            int weight = Math.max(one, other);
            return weight == BoxArms.NONE ? size / 2 : start(weight) + thickness(weight);
        }

        /** Where one of two lines begins: at the inner of two others on its own side, or at the outer of those on the other. */
        int startOf(int near, int far) {
            if (near == BoxArms.DOUBLE || far == BoxArms.DOUBLE) {
                return near == BoxArms.DOUBLE ? second() : first();
            }
            return startOf(near, far, BoxArms.NONE);
        }

        int endOf(int near, int far) {
            if (near == BoxArms.DOUBLE || far == BoxArms.DOUBLE) {
                return (near == BoxArms.DOUBLE ? first() : second()) + light;
            }
            return endOf(near, far, BoxArms.NONE);
        }
    }
}
