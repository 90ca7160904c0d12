package dev.sandshell.intellij.platform;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.editor.Caret;
import com.intellij.openapi.editor.Editor;
import com.intellij.openapi.fileEditor.EditorDataProvider;
import com.intellij.openapi.fileEditor.FileDocumentManager;
import com.intellij.openapi.fileEditor.FileEditor;
import com.intellij.openapi.fileEditor.FileEditorManager;
import com.intellij.openapi.fileEditor.FileEditorManagerListener;
import com.intellij.openapi.fileEditor.OpenFileDescriptor;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.VirtualFile;
import com.intellij.testFramework.LightVirtualFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** Takes the place of the editor's tabs, and knows which texts were opened. */
final class TestEditors extends FileEditorManager {
    private final Project project;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, VirtualFile> files = new ConcurrentHashMap<>();
    private final List<String> places = new CopyOnWriteArrayList<>();

    TestEditors(Project project) {
        this.project = project;
    }

    /** What was opened, by the tab's name. */
    Map<String, String> texts() {
        return texts;
    }

    /** The text that a tab shows now. */
    String textNow(String name) {
        return Waiting.onUi(() ->
                FileDocumentManager.getInstance().getDocument(files.get(name)).getText());
    }

    /** Where in files of the disk the caret was brought, as {@code path:line:column}, both from 1. */
    List<String> places() {
        return places;
    }

    @Override
    public FileEditor[] openFile(VirtualFile file, boolean isFocused) {
        files.put(file.getName(), file);
        texts.put(file.getName(), ((LightVirtualFile) file).getContent().toString());
        return new FileEditor[0];
    }

    @Override
    public Project getProject() {
        return project;
    }

    @Override
    public void closeFile(VirtualFile file) {}

    @Override
    public @Nullable Editor openTextEditor(OpenFileDescriptor place, boolean isFocused) {
        return null;
    }

    @Override
    public @Nullable Editor getSelectedTextEditor() {
        return null;
    }

    @Override
    public boolean isFileOpen(VirtualFile file) {
        return texts.containsKey(file.getName());
    }

    @Override
    public VirtualFile[] getOpenFiles() {
        return new VirtualFile[0];
    }

    @Override
    public VirtualFile[] getSelectedFiles() {
        return new VirtualFile[0];
    }

    @Override
    public FileEditor[] getSelectedEditors() {
        return new FileEditor[0];
    }

    @Override
    public @Nullable FileEditor getSelectedEditor(VirtualFile file) {
        return null;
    }

    @Override
    public FileEditor[] getEditors(VirtualFile file) {
        return new FileEditor[0];
    }

    @Override
    public FileEditor[] getAllEditors(VirtualFile file) {
        return new FileEditor[0];
    }

    @Override
    public FileEditor[] getAllEditors() {
        return new FileEditor[0];
    }

    @Override
    public void addTopComponent(FileEditor editor, JComponent component) {}

    @Override
    public void removeTopComponent(FileEditor editor, JComponent component) {}

    @Override
    public void addBottomComponent(FileEditor editor, JComponent component) {}

    @Override
    public void removeBottomComponent(FileEditor editor, JComponent component) {}

    @Override
    public void addFileEditorManagerListener(FileEditorManagerListener listener) {}

    @Override
    public void addFileEditorManagerListener(FileEditorManagerListener listener, Disposable parent) {}

    @Override
    public void removeFileEditorManagerListener(FileEditorManagerListener listener) {}

    @Override
    public List<FileEditor> openEditor(OpenFileDescriptor place, boolean isFocused) {
        places.add(place.getFile().getPath() + ":" + (place.getLine() + 1) + ":" + (place.getColumn() + 1));
        return List.of(TestEditor.proxy(FileEditor.class, (method, arguments) -> null));
    }

    @Override
    public void registerExtraEditorDataProvider(EditorDataProvider provider, Disposable parent) {}

    @Override
    public @Nullable Object getData(String id, Editor editor, Caret caret) {
        return null;
    }

    @Override
    public void setSelectedEditor(VirtualFile file, String provider) {}

    @Override
    public void runWhenLoaded(Editor editor, Runnable task) {}
}
