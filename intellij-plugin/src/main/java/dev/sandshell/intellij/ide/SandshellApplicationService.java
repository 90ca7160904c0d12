package dev.sandshell.intellij.ide;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.project.ProjectManager;
import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.intellij.core.server.RestartBudget;
import dev.sandshell.intellij.core.server.ServerCommands;
import dev.sandshell.intellij.core.server.ServerListener;
import dev.sandshell.intellij.core.server.ServerSupervisor;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.intellij.ide.settings.SandshellSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The server and its sessions, once for all projects. Nothing here starts the server; that is done by the first who needs
 * it. Any thread may call.
 */
public final class SandshellApplicationService implements Disposable {
    private final SandshellLog log = new SandshellLog();
    private final ServerSupervisor supervisor;
    private final Sessions sessions;
    private final Registration listening;
    private final UiThread ui;
    private volatile boolean isDisposed;

    public SandshellApplicationService() {
        supervisor = new ServerSupervisor(
                () -> SandshellSettings.get().serverProgram().prepare(), log, RestartBudget.ofMachine());
        sessions = new Sessions(supervisor);
        ui = new UiThread(nothing -> isDisposed);
        listening = supervisor.addListener(new ServerListener() {
            @Override
            public void lost(String reason, boolean isFinal) {
                if (isFinal && !isDisposed) {
                    tellOfEnd(reason);
                }
            }
        });
    }

    public static SandshellApplicationService get() {
        return ApplicationManager.getApplication().getService(SandshellApplicationService.class);
    }

    public Sessions sessions() {
        return sessions;
    }

    public ServerSupervisor supervisor() {
        return supervisor;
    }

    /** The server's command line. */
    public ServerCommands commands() {
        return new ServerCommands(SandshellSettings.get().serverProgram());
    }

    /** A new server; of a shared one, its sessions come along. Asks the user where that ends commands. */
    public void restart(@Nullable Project project) {
        CompletableFuture<?> unused = supervisor
                .restart(() -> {
                    if (SandshellSettings.get().isShared()) {
                        new DaemonRestart(commands(), project).run();
                    }
                    return null;
                })
                .whenComplete((opened, failure) -> {
                    if (failure != null && !isDisposed) {
                        Notices.complain(project, failure);
                    }
                });
    }

    /** What has happened to the server, in a project's window or in any. */
    public void showLog(@Nullable Project project) {
        ui.execute(() -> {
            Project where = project == null ? anyProject() : project;
            if (where != null && !where.isDisposed()) {
                ReadOnlyText.show(where, "Sandshell.log", log.text());
            }
        });
    }

    SandshellLog log() {
        return log;
    }

    @Override
    public void dispose() {
        isDisposed = true;
        listening.close();
        sessions.close();
        supervisor.close();
    }

    private void tellOfEnd(String reason) {
        Map<String, Runnable> actions = new LinkedHashMap<>();
        actions.put("Restart Server", () -> restart(null));
        actions.put("Show Log", () -> showLog(null));
        Notices.error(null, "Sandshell's server is gone: " + reason + ".", actions);
    }

    private static @Nullable Project anyProject() {
        Project[] open = ProjectManager.getInstance().getOpenProjects();
        return open.length == 0 ? null : open[0];
    }
}
