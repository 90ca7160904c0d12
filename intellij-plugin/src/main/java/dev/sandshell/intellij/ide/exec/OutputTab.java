package dev.sandshell.intellij.ide.exec;

import com.intellij.openapi.Disposable;
import dev.sandshell.intellij.core.commands.OutputText;
import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.intellij.core.sessions.Happening;
import dev.sandshell.intellij.core.sessions.KeptOutput;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.intellij.core.sessions.SessionsListener;
import dev.sandshell.intellij.ide.ReadOnlyText;
import dev.sandshell.intellij.ide.UiThread;
import java.util.concurrent.CompletableFuture;
import javax.swing.Timer;

/** The tab with the output of a command that runs: it follows until the command has ended or the tab is closed. */
final class OutputTab implements SessionsListener, Disposable {
    /** How often the output is asked for again: nobody reads faster. */
    private static final int EVERY_MS = 500;

    private final String execId;
    private final ReadOnlyText tab;
    private final Sessions sessions;
    private final UiThread ui;
    private final Registration listening;
    private final Timer timer = new Timer(EVERY_MS, event -> ask());

    OutputTab(String execId, ReadOnlyText tab, Sessions sessions, UiThread ui) {
        this.execId = execId;
        this.tab = tab;
        this.sessions = sessions;
        this.ui = ui;
        timer.setRepeats(false);
        listening = sessions.addListener(this);
        // Something may have come since the tab's text was asked for.
        timer.start();
    }

    @Override
    public void happened(Happening happening) {
        if (execId.equals(happening.event().execId())) {
            ui.paint(timer::start);
        }
    }

    /** What ran there is not known to run any more. */
    @Override
    public void listed() {
        ui.paint(timer::start);
    }

    private void ask() {
        if (!tab.isOpen()) {
            dispose();
            return;
        }
        CompletableFuture<?> unused = sessions.output(execId).whenComplete((kept, failure) -> {
            // Without a server, the text stays as it is.
            if (failure == null) {
                ui.execute(() -> show(kept));
            }
        });
    }

    private void show(KeptOutput kept) {
        if (tab.isOpen()) {
            tab.change(OutputText.of(kept));
        }
        if (kept.end() != null) {
            dispose();
        }
    }

    @Override
    public void dispose() {
        listening.close();
        timer.stop();
    }
}
