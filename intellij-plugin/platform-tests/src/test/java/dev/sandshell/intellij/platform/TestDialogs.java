package dev.sandshell.intellij.platform;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.DialogWrapper;
import com.intellij.openapi.ui.DialogWrapperPeer;
import com.intellij.openapi.ui.DialogWrapperPeerFactory;
import java.awt.Component;
import java.awt.Window;

/** Dialogs of the platform in plain windows. */
final class TestDialogs extends DialogWrapperPeerFactory {
    @Override
    public DialogWrapperPeer createPeer(DialogWrapper wrapper, Project project, boolean canBeParent) {
        return new TestDialogPeer(wrapper, DialogWrapper.IdeModalityType.IDE);
    }

    @Override
    public DialogWrapperPeer createPeer(DialogWrapper wrapper, boolean canBeParent) {
        return new TestDialogPeer(wrapper, DialogWrapper.IdeModalityType.IDE);
    }

    @Override
    public DialogWrapperPeer createPeer(
            DialogWrapper wrapper, Project project, boolean canBeParent, DialogWrapper.IdeModalityType modality) {
        return new TestDialogPeer(wrapper, modality);
    }

    @Override
    public DialogWrapperPeer createPeer(DialogWrapper wrapper, Component parent, boolean canBeParent) {
        return new TestDialogPeer(wrapper, DialogWrapper.IdeModalityType.IDE);
    }

    @Override
    public DialogWrapperPeer createPeer(
            DialogWrapper wrapper, boolean canBeParent, DialogWrapper.IdeModalityType modality) {
        return new TestDialogPeer(wrapper, modality);
    }

    @Override
    public DialogWrapperPeer createPeer(
            DialogWrapper wrapper, Window owner, boolean canBeParent, DialogWrapper.IdeModalityType modality) {
        return new TestDialogPeer(wrapper, modality);
    }
}
