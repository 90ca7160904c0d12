package dev.sandshell.intellij.ide;

import com.intellij.openapi.project.Project;
import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.intellij.ide.settings.SandshellSettings;
import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.SessionCreateParams;
import dev.sandshell.protocol.SessionNaming;
import dev.sandshell.protocol.SessionNaming.Named;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The session in which commands of a project run: the folder's own, which all windows on that folder share, or the one that
 * the user has switched to. It is made when it is first needed. Any thread may call, and none waits.
 */
public final class CurrentSession {
    private final Sessions sessions;
    private final SandshellWorkspace workspace;
    private final String folder;
    private final Named own;
    private final List<Runnable> switched = new CopyOnWriteArrayList<>();

    CurrentSession(Project project, Sessions sessions) {
        this.sessions = sessions;
        workspace = SandshellWorkspace.of(project);
        String path = project.getBasePath();
        folder = path == null ? System.getProperty("user.home", "/") : path;
        own = SessionNaming.folderSession(folder);
    }

    /** The folder that relative paths of the project begin in. */
    public String folder() {
        return folder;
    }

    public String id() {
        String switchedTo = workspace.sessionId();
        return switchedTo == null ? own.sessionId() : switchedTo;
    }

    /** It, as far as it is there. */
    public @Nullable SessionView view() {
        return sessions.get(id());
    }

    /** It, made where it is not there. */
    public CompletableFuture<SessionView> ensure() {
        return ensure(id());
    }

    public CompletableFuture<SessionView> ensure(String sessionId) {
        return sessions.ensure(
                sessionId.equals(own.sessionId())
                        ? params(sessionId, own.name())
                        : params(sessionId, workspace.nameOf(sessionId)));
    }

    /** The session of an id or a name, made where there is none; the project's own where nothing is named. */
    public CompletableFuture<SessionView> named(String wanted) {
        if (wanted.isEmpty()) {
            return ensure();
        }
        return sessions.connect()
                .thenCompose(connected -> SessionNaming.sessionNamed(known(), wanted)
                        .map(session -> ensure(session.sessionId()))
                        .orElseGet(() -> {
                            boolean isOwn = wanted.equals(own.sessionId()) || wanted.equals(own.name());
                            Named named = isOwn ? own : SessionNaming.newSessionFor(wanted);
                            return sessions.ensure(params(named.sessionId(), named.name()));
                        }));
    }

    /** A new session, which is not the project's own; where it is given no name, it is numbered after the folder. */
    public CompletableFuture<SessionView> another(String name) {
        return sessions.connect()
                .thenCompose(connected -> sessions.create(
                        params(null, name.isEmpty() ? SessionNaming.nextName(own.name(), known()) : name)));
    }

    public void switchTo(String sessionId) {
        workspace.setSessionId(sessionId.equals(own.sessionId()) ? null : sessionId);
        switched.forEach(Runnable::run);
    }

    /** Tells it, on the thread that has done it, that it is another one now. */
    public Registration onSwitched(Runnable listener) {
        switched.add(listener);
        return () -> switched.remove(listener);
    }

    private List<Session> known() {
        return sessions.all().stream().map(SessionView::session).toList();
    }

    private SessionCreateParams params(@Nullable String sessionId, @Nullable String name) {
        return SandshellSettings.get().newSession(sessionId, name, folder);
    }
}
