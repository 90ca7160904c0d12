package dev.sandshell.intellij.platform;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.JComponent;

/** Paints components without a window, to be looked at. */
final class Pictures {
    private Pictures() {}

    /** On the UI thread. */
    static void paint(JComponent component, int width, int height, String file) throws IOException {
        component.setSize(width, height);
        lay(component);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        component.paint(graphics);
        graphics.dispose();
        write(image, file);
    }

    private static void write(BufferedImage image, String file) throws IOException {
        Path folder = Path.of(System.getProperty("sandshell.screenshots"));
        Files.createDirectories(folder);
        ImageIO.write(image, "png", folder.resolve(file).toFile());
    }

    private static void lay(Component component) {
        component.doLayout();
        if (component instanceof Container container) {
            for (Component inner : container.getComponents()) {
                lay(inner);
            }
        }
    }
}
