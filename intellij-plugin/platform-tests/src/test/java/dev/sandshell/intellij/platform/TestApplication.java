package dev.sandshell.intellij.platform;

import com.intellij.mock.MockApplicationEx;
import com.intellij.openapi.Disposable;
import com.intellij.openapi.application.ModalityState;
import com.intellij.openapi.progress.EmptyProgressIndicator;
import com.intellij.openapi.progress.ProgressManager;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.util.Condition;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;
import javax.swing.JComponent;

/** An application whose UI thread is the real one. */
final class TestApplication extends MockApplicationEx {
    private volatile boolean showsDialog;

    TestApplication(Disposable parent) {
        super(parent);
    }

    @Override
    public boolean isDispatchThread() {
        return EventQueue.isDispatchThread();
    }

    /** With a screen, pop-ups are shown. */
    @Override
    public boolean isHeadlessEnvironment() {
        return GraphicsEnvironment.isHeadless();
    }

    /** Under test the platform shows no dialog, unless this is one's turn. */
    @Override
    public boolean isUnitTestMode() {
        return !showsDialog;
    }

    /** The platform is about to show a dialog, or has done so. */
    void showsDialog(boolean isShown) {
        showsDialog = isShown;
    }

    @Override
    public void invokeLater(Runnable task) {
        EventQueue.invokeLater(task);
    }

    @Override
    public void invokeLater(Runnable task, Condition expired) {
        EventQueue.invokeLater(() -> {
            if (!isTrue(expired)) {
                task.run();
            }
        });
    }

    @Override
    public void invokeLater(Runnable task, ModalityState state) {
        invokeLater(task);
    }

    @Override
    public void invokeLater(Runnable task, ModalityState state, Condition expired) {
        invokeLater(task, expired);
    }

    @Override
    public void invokeAndWait(Runnable task, ModalityState state) {
        if (isDispatchThread()) {
            task.run();
            return;
        }
        try {
            EventQueue.invokeAndWait(task);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not on the UI thread, which waits for it as behind a dialog. */
    @Override
    public boolean runProcessWithProgressSynchronously(
            Runnable process, String title, boolean canBeCanceled, Project project) {
        CompletableFuture.runAsync(
                        () -> ProgressManager.getInstance().runProcess(process, new EmptyProgressIndicator()))
                .join();
        return true;
    }

    @Override
    public boolean runProcessWithProgressSynchronously(
            Runnable process, String title, boolean canBeCanceled, Project project, JComponent parent) {
        return runProcessWithProgressSynchronously(process, title, canBeCanceled, project);
    }

    @Override
    public boolean runProcessWithProgressSynchronously(
            Runnable process, String title, boolean canBeCanceled, Project project, JComponent parent, String cancel) {
        return runProcessWithProgressSynchronously(process, title, canBeCanceled, project);
    }

    @SuppressWarnings("unchecked")
    private static boolean isTrue(Condition<?> condition) {
        return ((Condition<Object>) condition).value(null);
    }
}
