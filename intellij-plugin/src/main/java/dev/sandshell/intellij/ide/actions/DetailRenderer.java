package dev.sandshell.intellij.ide.actions;

import com.intellij.ui.JBColor;
import com.intellij.util.ui.JBUI;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.util.function.Function;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;

/** Items of a list: what they are, and in grey at the other side what there is to know of them. */
final class DetailRenderer<T> implements ListCellRenderer<T> {
    /** What is seen of an item. */
    record Item(@Nullable Icon icon, String text, String detail) {}

    private static final int GAP = 24;

    private final Function<T, Item> items;
    private final JPanel panel = new JPanel(new BorderLayout(JBUI.scale(GAP), 0));
    private final JLabel text = new JLabel();
    private final JLabel detail = new JLabel("", SwingConstants.RIGHT);

    DetailRenderer(Function<T, Item> items) {
        this.items = items;
        panel.setBorder(JBUI.Borders.empty(2, 6));
        panel.add(text, BorderLayout.CENTER);
        panel.add(detail, BorderLayout.EAST);
        // What people have called things is no markup.
        text.putClientProperty("html.disable", true);
        detail.putClientProperty("html.disable", true);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends T> list, T value, int index, boolean isSelected, boolean isFocused) {
        Item item = items.apply(value);
        Color ground = isSelected ? list.getSelectionBackground() : list.getBackground();
        Color colour = isSelected ? list.getSelectionForeground() : list.getForeground();
        panel.setBackground(ground);
        text.setForeground(colour);
        detail.setForeground(isSelected ? colour : JBColor.GRAY);
        text.setFont(list.getFont());
        detail.setFont(list.getFont());
        text.setIcon(item.icon());
        text.setText(item.text());
        detail.setText(item.detail());
        return panel;
    }
}
