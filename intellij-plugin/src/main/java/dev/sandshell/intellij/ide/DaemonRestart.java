package dev.sandshell.intellij.ide;

import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.application.ModalityState;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.Messages;
import dev.sandshell.intellij.core.concurrent.UiThreadGuard;
import dev.sandshell.intellij.core.server.Printed;
import dev.sandshell.intellij.core.server.ServerCommands;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Puts a new daemon into the place of the one that runs. It waits, for programs and for the user. */
record DaemonRestart(ServerCommands commands, @Nullable Project project) {
    void run() throws IOException, InterruptedException {
        Printed first = commands.restartDaemon(false);
        if (first.exitCode() != ServerCommands.COMMANDS_RUN) {
            check(first);
        } else if (isWanted(first.text())) {
            check(commands.restartDaemon(true));
        }
    }

    private boolean isWanted(String runs) {
        UiThreadGuard.mayWait();
        AtomicBoolean isWanted = new AtomicBoolean();
        ApplicationManager.getApplication()
                .invokeAndWait(
                        () -> isWanted.set(Messages.showOkCancelDialog(
                                        project,
                                        "Restarting the server ends the commands that run now.\n\n" + runs,
                                        "Restart Server",
                                        "Restart Anyway",
                                        "Cancel",
                                        Messages.getWarningIcon())
                                == Messages.OK),
                        ModalityState.defaultModalityState());
        return isWanted.get();
    }

    private static void check(Printed printed) throws IOException {
        if (printed.exitCode() != 0) {
            throw new IOException(printed.text());
        }
    }
}
