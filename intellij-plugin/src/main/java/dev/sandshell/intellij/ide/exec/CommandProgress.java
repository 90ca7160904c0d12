package dev.sandshell.intellij.ide.exec;

import com.intellij.openapi.progress.ProgressIndicator;
import com.intellij.openapi.progress.Task;
import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.commands.Run;
import dev.sandshell.intellij.core.concurrent.UiThreadGuard;
import dev.sandshell.intellij.core.sessions.ExecView;
import dev.sandshell.intellij.core.sessions.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.swing.Timer;

/** A command that takes its time, as a task in the background: its last line, and a way to cancel it. */
final class CommandProgress extends Task.Backgroundable {
    /** How long a command may run before the user is shown that it does. */
    private static final int AFTER_MS = 1_000;

    /** How often its last line is shown, and looked whether it is to be cancelled: nobody reads faster. */
    private static final int EVERY_MS = 100;

    private static final int LINE = 80;

    private final Run run;

    private CommandProgress(Project project, Run run) {
        super(project, Outcome.shortCommand(run.command()), true);
        this.run = run;
    }

    /** On the UI thread. */
    static void showLater(Project project, Run run) {
        Timer timer = new Timer(AFTER_MS, event -> {
            if (!run.end().isDone() && !project.isDisposed()) {
                new CommandProgress(project, run).queue();
            }
        });
        timer.setRepeats(false);
        timer.start();
        CompletableFuture<?> unused = run.end().thenRun(timer::stop);
    }

    /** Returns once the command has really stopped; where the project is closed, the command goes on. */
    @Override
    public void run(ProgressIndicator indicator) {
        indicator.setIndeterminate(true);
        boolean isCancelled = false;
        while (!hasEnded() && getProject().isOpen()) {
            if (indicator.isCanceled() && !isCancelled) {
                isCancelled = true;
                run.cancel();
            }
            ExecView exec = run.exec();
            indicator.setText2(exec == null ? "" : Outcome.shortCommand(exec.lastLine(), LINE));
        }
    }

    private boolean hasEnded() {
        UiThreadGuard.mayWait();
        try {
            run.end().get(EVERY_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run's end never fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
