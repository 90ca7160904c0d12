package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.Disposable;
import dev.sandshell.intellij.core.commands.EarlierCommand;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.intellij.ide.UiThread;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.swing.Timer;

/** Finds what has been run for what is typed: at once among what is at hand, and then with the server. On the UI thread. */
final class HistorySearch implements Disposable {
    /** How many earlier commands are offered. */
    private static final int OFFERED = 100;

    /** How long the user may type before the server is asked. */
    private static final int AFTER_MS = 150;

    private final Sessions sessions;
    private final UiThread ui;
    private final CommandField field;
    private final Timer timer = new Timer(AFTER_MS, event -> search());
    private int searches;

    HistorySearch(Sessions sessions, UiThread ui, CommandField field) {
        this.sessions = sessions;
        this.ui = ui;
        this.field = field;
        timer.setRepeats(false);
    }

    void begin() {
        field.onTyped(timer::restart);
        search();
    }

    private void search() {
        int mine = ++searches;
        CompletableFuture<?> unused = sessions.history(field.query(), OFFERED).whenComplete((entries, failure) -> {
            // Without a history there is still what is typed.
            List<EarlierCommand> found = failure == null ? EarlierCommand.distinct(entries) : List.of();
            ui.paint(() -> {
                if (mine == searches) {
                    field.offer(found);
                }
            });
        });
    }

    @Override
    public void dispose() {
        timer.stop();
        searches++;
    }
}
