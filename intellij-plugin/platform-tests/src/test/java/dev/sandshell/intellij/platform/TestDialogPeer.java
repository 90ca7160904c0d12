package dev.sandshell.intellij.platform;

import com.intellij.openapi.ui.DialogWrapper;
import com.intellij.openapi.ui.DialogWrapperPeer;
import com.intellij.openapi.util.ActionCallback;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.KeyListener;
import java.awt.event.MouseListener;
import java.awt.event.MouseMotionListener;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JRootPane;
import javax.swing.text.JTextComponent;

/** A dialog of the platform in a plain window; where it is modal, who shows it waits for its end. */
final class TestDialogPeer extends DialogWrapperPeer {
    private final JDialog dialog = new JDialog();
    private final DialogWrapper wrapper;

    TestDialogPeer(DialogWrapper wrapper, DialogWrapper.IdeModalityType modality) {
        this.wrapper = wrapper;
        dialog.setModalityType(modality.toAwtModality());
    }

    @Override
    public ActionCallback show() {
        dialog.pack();
        dialog.setLocation(300, 160);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                JComponent focused = wrapper.getPreferredFocusedComponent();
                if (focused != null) {
                    focused.requestFocusInWindow();
                }
                if (focused instanceof JTextComponent text && text.getClientProperty(HAVE_INITIAL_SELECTION) == null) {
                    text.selectAll();
                }
            }
        });
        dialog.setVisible(true);
        return ActionCallback.DONE;
    }

    @Override
    protected void dispose() {
        dialog.dispose();
    }

    @Override
    public Container getContentPane() {
        return dialog.getContentPane();
    }

    @Override
    public void setContentPane(JComponent content) {
        dialog.setContentPane(content);
    }

    @Override
    public Window getOwner() {
        return dialog.getOwner();
    }

    @Override
    public Window getWindow() {
        return dialog;
    }

    @Override
    public JRootPane getRootPane() {
        return dialog.getRootPane();
    }

    @Override
    public String getTitle() {
        return dialog.getTitle();
    }

    @Override
    public void setTitle(String title) {
        dialog.setTitle(title);
    }

    @Override
    public boolean isVisible() {
        return dialog.isVisible();
    }

    @Override
    public boolean isShowing() {
        return dialog.isShowing();
    }

    @Override
    public Dimension getSize() {
        return dialog.getSize();
    }

    @Override
    public Dimension getPreferredSize() {
        return dialog.getPreferredSize();
    }

    @Override
    public void setSize(int width, int height) {
        dialog.setSize(width, height);
    }

    @Override
    public Point getLocation() {
        return dialog.getLocation();
    }

    @Override
    public void setLocation(Point place) {
        dialog.setLocation(place);
    }

    @Override
    public void setLocation(int x, int y) {
        dialog.setLocation(x, y);
    }

    @Override
    public void addMouseListener(MouseListener listener) {
        dialog.addMouseListener(listener);
    }

    @Override
    public void addMouseListener(MouseMotionListener listener) {
        dialog.addMouseMotionListener(listener);
    }

    @Override
    public void addKeyListener(KeyListener listener) {
        dialog.addKeyListener(listener);
    }

    @Override
    public void toFront() {
        dialog.toFront();
    }

    @Override
    public void toBack() {
        dialog.toBack();
    }

    @Override
    public void validate() {
        dialog.validate();
    }

    @Override
    public void repaint() {
        dialog.repaint();
    }

    @Override
    public void pack() {
        dialog.pack();
    }

    @Override
    public boolean isModal() {
        return dialog.isModal();
    }

    @Override
    public void setModal(boolean isModal) {
        dialog.setModal(isModal);
    }

    @Override
    public void setUndecorated(boolean isUndecorated) {}

    @Override
    public void isResizable() {}

    @Override
    public void setResizable(boolean isResizable) {}

    @Override
    public void centerInParent() {}

    @Override
    public void setAppIcons() {}

    @Override
    public boolean isHeadless() {
        return false;
    }
}
