package dev.sandshell.intellij.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.intellij.mock.MockEditorFactory;
import com.intellij.mock.MockFileDocumentManagerImpl;
import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.editor.Document;
import com.intellij.openapi.editor.event.EditorFactoryEvent;
import com.intellij.openapi.editor.markup.GutterIconRenderer;
import com.intellij.openapi.fileEditor.FileDocumentManager;
import com.intellij.openapi.vfs.VirtualFile;
import com.intellij.testFramework.LightVirtualFile;
import dev.sandshell.intellij.core.sessions.ExecView;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.SandshellApplicationService;
import dev.sandshell.intellij.ide.editor.RunGutter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Marks beside scripts and Markdown texts, which the real server knows of. */
final class GutterIT extends PlatformTest {
    private static final String SCRIPT = "#!/bin/sh\n# %% one\nFROM=gutter\n# %% two\ntrue\n";

    private final RunGutter gutter = new RunGutter();

    private TestEditor edit(String name, String text) {
        TestEditor editor = new TestEditor(platform.project(), text);
        LightVirtualFile file = new LightVirtualFile(name, text);
        platform.application()
                .registerService(
                        FileDocumentManager.class, new MockFileDocumentManagerImpl(ignored -> editor.document(), null) {
                            @Override
                            public VirtualFile getFile(Document document) {
                                return file;
                            }
                        });
        Waiting.onUi(() -> {
            gutter.editorCreated(new EditorFactoryEvent(new MockEditorFactory(), editor.editor()));
            return null;
        });
        return editor;
    }

    private void use() throws Exception {
        Waiting.await(service().current().ensure());
    }

    private static Set<Integer> lines(TestEditor editor) {
        return Waiting.onUi(() -> editor.marks().keySet());
    }

    private static void awaitLines(TestEditor editor, Integer... lines) {
        Waiting.until(() -> lines(editor).equals(Set.of(lines)), () -> lines(editor));
    }

    @Test
    void startsNoServerByItselfAndMarksOnceOneRuns() throws Exception {
        TestEditor editor = edit("a.sh", SCRIPT);
        assertThat(lines(editor)).isEmpty();
        assertThat(SandshellApplicationService.get().supervisor().isOpen()).isFalse();
        use();
        awaitLines(editor, 0, 1, 3);
    }

    @Test
    void followsWhatIsTyped() throws Exception {
        use();
        TestEditor editor = edit("a.md", "text\n");
        for (String typed : List.of("`", "`", "`", "sh", "\n", "ls", "\n", "`", "`", "`", "\n")) {
            Waiting.onUi(() -> {
                editor.document().insertString(editor.document().getTextLength(), typed);
                return null;
            });
        }
        awaitLines(editor, 1);
        Waiting.onUi(() -> {
            editor.document().insertString(0, "more\n\n");
            return null;
        });
        awaitLines(editor, 3);
        Waiting.onUi(() -> {
            editor.document().deleteString(0, editor.document().getTextLength());
            return null;
        });
        awaitLines(editor);
    }

    @Test
    void runsACellInTheProjectsSession() throws Exception {
        use();
        TestEditor editor = edit("a.sh", SCRIPT);
        awaitLines(editor, 0, 1, 3);
        GutterIconRenderer mark = Waiting.onUi(() -> editor.marks().get(1));
        assertThat(mark.getTooltipText()).contains("FROM=gutter");
        AnActionEvent event = null;
        Waiting.onUi(() -> {
            mark.getClickAction().actionPerformed(event);
            return null;
        });
        SessionView view = session();
        Waiting.until(() -> view.newestExecs().stream().anyMatch(exec -> !exec.isRunning()), view::newestExecs);
        assertThat(view.newestExecs()).extracting(ExecView::command).containsExactly("FROM=gutter");
    }

    @Test
    void theActionRunsTheCellOfTheCaretAndStartsTheServerForIt() {
        TestEditor editor = edit("a.sh", SCRIPT);
        editor.moveTo(SCRIPT.indexOf("FROM"));
        actions().perform("Sandshell.RunCell", editor.editor());
        Waiting.until(
                () -> service().current().view() != null
                        && session().newestExecs().stream().anyMatch(exec -> !exec.isRunning()),
                platform::told);
        assertThat(session().newestExecs()).extracting(ExecView::command).containsExactly("FROM=gutter");
    }

    @Test
    void takesItsMarksWithTheEditor() throws Exception {
        use();
        TestEditor editor = edit("a.sh", SCRIPT);
        awaitLines(editor, 0, 1, 3);
        Waiting.onUi(() -> {
            gutter.editorReleased(new EditorFactoryEvent(new MockEditorFactory(), editor.editor()));
            return null;
        });
        assertThat(lines(editor)).isEmpty();
    }

    @Test
    void leavesOtherTextsAlone() throws Exception {
        use();
        TestEditor editor = edit("a.java", SCRIPT.replace("#!/bin/sh", "//"));
        assertThat(lines(editor)).isEmpty();
    }
}
