package dev.sandshell.intellij.ide.actions;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.progress.ProgressIndicator;
import com.intellij.openapi.progress.Task;
import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.ide.Notices;
import dev.sandshell.intellij.ide.ReadOnlyText;
import dev.sandshell.intellij.ide.SandshellApplicationService;
import dev.sandshell.intellij.ide.SandshellProjectService;
import java.io.IOException;

/** Shows what Sandshell finds of what it needs. */
public final class DoctorAction extends SandshellAction {
    @Override
    void perform(Project project, SandshellProjectService service, AnActionEvent event) {
        new Task.Backgroundable(project, "Sandshell: Doctor", false) {
            @Override
            public void run(ProgressIndicator indicator) {
                try {
                    // Its exit code says whether something is wrong, and what it prints says what.
                    String text = SandshellApplicationService.get()
                            .commands()
                            .doctor()
                            .text();
                    service.ui().execute(() -> ReadOnlyText.show(project, "Sandshell Doctor.txt", text));
                } catch (IOException e) {
                    Notices.complain(project, e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }.queue();
    }
}
