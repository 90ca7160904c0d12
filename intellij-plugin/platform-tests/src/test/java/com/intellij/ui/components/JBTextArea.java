package com.intellij.ui.components;

import com.intellij.util.ui.ComponentWithEmptyText;
import com.intellij.util.ui.StatusText;
import java.awt.Graphics;
import javax.swing.JTextArea;

/**
 * The platform's own, with the words where nothing is typed yet, which IDEs have had since 2020.1 and this one has not: comes
 * before it on the class path.
 */
public class JBTextArea extends JTextArea implements ComponentWithEmptyText {
    private final transient TextComponentEmptyText empty = new TextComponentEmptyText(this);

    public JBTextArea(int rows, int columns) {
        super(rows, columns);
    }

    public JBTextArea(String text, int rows, int columns) {
        super(text, rows, columns);
    }

    @Override
    public StatusText getEmptyText() {
        return empty;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        empty.paintStatusText(graphics);
    }
}
