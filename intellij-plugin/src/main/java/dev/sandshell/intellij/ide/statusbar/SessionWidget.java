package dev.sandshell.intellij.ide.statusbar;

import com.intellij.ide.DataManager;
import com.intellij.openapi.actionSystem.ActionManager;
import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.wm.StatusBar;
import com.intellij.openapi.wm.StatusBarWidget;
import com.intellij.util.Consumer;
import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.intellij.core.sessions.Happening;
import dev.sandshell.intellij.core.sessions.SessionEvent;
import dev.sandshell.intellij.core.sessions.SessionStatus;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.core.sessions.SessionsListener;
import dev.sandshell.intellij.ide.SandshellProjectService;
import java.awt.Component;
import java.awt.event.MouseEvent;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The session in which commands of a project run: what it does, and for how long. A click goes to another, or restarts a
 * server that is gone. On the UI thread, but for what {@link SessionsListener} has.
 */
final class SessionWidget implements StatusBarWidget, StatusBarWidget.TextPresentation, SessionsListener {
    static final String ID = "dev.sandshell.session";

    /** Only the running time changes by itself. */
    private static final int TICK_MS = 1_000;

    private static final String PLACE = "SandshellStatusBar";

    private final SandshellProjectService service;
    private final Registration listening;
    private final Registration switching;
    private final Timer clock = new Timer(TICK_MS, event -> show());
    private @Nullable StatusBar bar;
    private boolean isLost;

    SessionWidget(Project project) {
        service = SandshellProjectService.of(project);
        listening = service.sessions().addListener(this);
        switching = service.current().onSwitched(() -> service.ui().paint(this::show));
    }

    @Override
    public String ID() {
        return ID;
    }

    @Override
    public WidgetPresentation getPresentation() {
        return this;
    }

    @Override
    public void install(StatusBar statusBar) {
        bar = statusBar;
        show();
    }

    @Override
    public String getText() {
        SessionView view = service.current().view();
        String name = view == null ? "Sandshell" : service.tabs().nameOf(view);
        if (isLost) {
            return name + ": no server";
        }
        return view == null ? name : SessionStatus.words(name, view, System.currentTimeMillis());
    }

    @Override
    public String getTooltipText() {
        if (isLost) {
            return "The server is gone: restart it";
        }
        SessionView view = service.current().view();
        return view == null
                ? "No session yet: it begins with the first command"
                : view.session().shell() + " in " + view.session().cwd();
    }

    @Override
    public float getAlignment() {
        return Component.CENTER_ALIGNMENT;
    }

    @Override
    public Consumer<MouseEvent> getClickConsumer() {
        return event -> {
            String id = isLost ? "Sandshell.RestartServer" : "Sandshell.SwitchSession";
            ActionManager.getInstance()
                    .getAction(id)
                    .actionPerformed(AnActionEvent.createFromDataContext(
                            PLACE, null, DataManager.getInstance().getDataContext(event.getComponent())));
        };
    }

    @Override
    public void changed(SessionView view) {
        showIfCurrent(view);
    }

    @Override
    public void happened(Happening happening) {
        if (!(happening.event() instanceof SessionEvent.Output)) {
            showIfCurrent(happening.view());
        }
    }

    @Override
    public void listed() {
        lost(false);
    }

    @Override
    public void lost(String reason, boolean isFinal) {
        lost(true);
    }

    private void lost(boolean isLostNow) {
        service.ui().paint(() -> {
            isLost = isLostNow;
            show();
        });
    }

    private void showIfCurrent(SessionView view) {
        if (view.id().equals(service.current().id())) {
            service.ui().paint(this::show);
        }
    }

    private void show() {
        if (bar == null) {
            return;
        }
        bar.updateWidget(ID);
        SessionView view = service.current().view();
        if (isLost || view == null || view.current() == null) {
            clock.stop();
        } else if (!clock.isRunning()) {
            clock.start();
        }
    }

    @Override
    public void dispose() {
        bar = null;
        clock.stop();
        listening.close();
        switching.close();
    }
}
