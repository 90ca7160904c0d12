package dev.sandshell.intellij.ide;

import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.application.ModalityState;
import com.intellij.openapi.util.Condition;
import java.util.concurrent.Executor;

/** Brings tasks to the UI thread. Any thread may bring some, and none waits; what comes after the end of its owner is dropped. */
public final class UiThread implements Executor {
    private final Condition<?> isOver;

    /** @param isOver whether its owner has been disposed of */
    public UiThread(Condition<?> isOver) {
        this.isOver = isOver;
    }

    /** For what may open a window or change a document: not while a dialog is open that has nothing to do with it. */
    @Override
    public void execute(Runnable task) {
        ApplicationManager.getApplication().invokeLater(task, ModalityState.defaultModalityState(), isOver);
    }

    /** For what only changes how things look: also behind a dialog. */
    public void paint(Runnable task) {
        ApplicationManager.getApplication().invokeLater(task, ModalityState.any(), isOver);
    }
}
