package dev.sandshell.intellij.platform;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.ide.CopyPasteManager;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A clipboard of the test's own. */
final class TestClipboard extends CopyPasteManager {
    private Transferable contents = new StringSelection("");

    @Override
    public void setContents(Transferable newContents) {
        contents = newContents;
    }

    @Override
    public Transferable getContents() {
        return contents;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getContents(DataFlavor flavor) {
        try {
            return (T) contents.getTransferData(flavor);
        } catch (UnsupportedFlavorException | IOException e) {
            return null;
        }
    }

    @Override
    public Transferable[] getAllContents() {
        return new Transferable[] {contents};
    }

    @Override
    public boolean areDataFlavorsAvailable(DataFlavor... flavors) {
        return true;
    }

    @Override
    public void addContentChangedListener(ContentChangedListener listener) {}

    @Override
    public void addContentChangedListener(ContentChangedListener listener, Disposable parent) {}

    @Override
    public void removeContentChangedListener(ContentChangedListener listener) {}

    @Override
    public boolean isCutElement(Object element) {
        return false;
    }

    @Override
    public void stopKillRings() {}
}
