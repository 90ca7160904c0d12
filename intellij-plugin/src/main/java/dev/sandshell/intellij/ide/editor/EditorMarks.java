package dev.sandshell.intellij.ide.editor;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.editor.Editor;
import com.intellij.openapi.editor.event.DocumentEvent;
import com.intellij.openapi.editor.event.DocumentListener;
import com.intellij.openapi.editor.markup.HighlighterLayer;
import com.intellij.openapi.editor.markup.RangeHighlighter;
import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.intellij.core.documents.Lens;
import dev.sandshell.intellij.core.server.Opened;
import dev.sandshell.intellij.core.server.ServerListener;
import dev.sandshell.intellij.ide.SandshellApplicationService;
import dev.sandshell.intellij.ide.SandshellProjectService;
import dev.sandshell.intellij.ide.settings.SandshellSettings;
import dev.sandshell.intellij.ide.settings.SettingsListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The marks beside one editor's text. The server is asked for them one time after the other: what is typed meanwhile goes
 * together, and marks move with their lines until the answer comes. On the UI thread, which never waits.
 */
final class EditorMarks implements Disposable {
    private final Editor editor;
    private final SandshellProjectService service;
    private final String uri;
    private final String language;
    private final List<RangeHighlighter> marks = new ArrayList<>();
    private final Registration listening;
    private boolean isAsking;
    private boolean isDisposed;

    EditorMarks(Editor editor, SandshellProjectService service, String uri, String language) {
        this.editor = editor;
        this.service = service;
        this.uri = uri;
        this.language = language;
        listening = SandshellApplicationService.get().supervisor().addListener(new ServerListener() {
            @Override
            public void opened(Opened opened) {
                service.ui().paint(EditorMarks.this::ask);
            }
        });
    }

    /** To be called once this is registered with its parent. */
    void open() {
        editor.getDocument()
                .addDocumentListener(
                        new DocumentListener() {
                            @Override
                            public void documentChanged(DocumentEvent event) {
                                ask();
                            }
                        },
                        this);
        ApplicationManager.getApplication().getMessageBus().connect(this).subscribe(SettingsListener.TOPIC, this::ask);
        ask();
    }

    private void ask() {
        if (isAsking || isDisposed) {
            return;
        }
        if (!SandshellSettings.get().showsGutter()) {
            show(List.of());
            return;
        }
        isAsking = true;
        long stamp = editor.getDocument().getModificationStamp();
        CompletableFuture<?> unused = EditorDocuments.get()
                .lenses()
                .in(uri, language, editor.getDocument().getText())
                .whenComplete((lenses, failure) ->
                        service.ui().paint(() -> answered(stamp, failure == null ? lenses : List.of())));
    }

    private void answered(long stamp, List<Lens> lenses) {
        isAsking = false;
        if (isDisposed) {
            return;
        }
        if (stamp == editor.getDocument().getModificationStamp()) {
            show(SandshellSettings.get().showsGutter() ? lenses : List.of());
        } else {
            ask();
        }
    }

    private void show(List<Lens> lenses) {
        removeAll();
        for (Lens lens : lenses) {
            RangeHighlighter mark =
                    editor.getMarkupModel().addLineHighlighter(lens.line(), HighlighterLayer.ADDITIONAL_SYNTAX, null);
            mark.setGutterIconRenderer(new RunMark(service, lens));
            marks.add(mark);
        }
    }

    private void removeAll() {
        marks.forEach(editor.getMarkupModel()::removeHighlighter);
        marks.clear();
    }

    @Override
    public void dispose() {
        isDisposed = true;
        listening.close();
        removeAll();
    }
}
