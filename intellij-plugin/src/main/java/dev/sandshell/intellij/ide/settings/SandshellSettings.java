package dev.sandshell.intellij.ide.settings;

import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.components.PersistentStateComponent;
import com.intellij.openapi.components.State;
import com.intellij.openapi.components.Storage;
import dev.sandshell.intellij.core.server.JavaPlaces;
import dev.sandshell.intellij.core.server.ServerProgram;
import dev.sandshell.protocol.SessionCreateParams;
import java.awt.Font;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set, in the words of who asks for it. Any thread may call. What has changed is told on
 * {@link SettingsListener#TOPIC}.
 */
@State(name = "SandshellSettings", storages = @Storage("sandshell.xml"))
public final class SandshellSettings implements PersistentStateComponent<SettingsState> {
    /** Never changed once it is here, so that who reads one sees all of it. */
    private volatile SettingsState state = new SettingsState();

    public static SandshellSettings get() {
        return ApplicationManager.getApplication().getService(SandshellSettings.class);
    }

    /** The server, and how it is started. */
    public ServerProgram serverProgram() {
        SettingsState now = state;
        Path jar = now.serverJar.isEmpty() ? BundledServer.jar() : Path.of(now.serverJar);
        return new ServerProgram(JavaPlaces.ofThisProcess(now.javaHome), jar, now.isShared);
    }

    /** All of the user's editors have one server; or this IDE has one of its own. */
    public boolean isShared() {
        return state.isShared;
    }

    /** A new session of a folder: with the shell, its start-up files and the variables that are set here. */
    public SessionCreateParams newSession(@Nullable String sessionId, @Nullable String name, String folder) {
        SettingsState now = state;
        Map<String, @Nullable String> environment = EnvironmentLines.parse(now.environment);
        return new SessionCreateParams(
                sessionId,
                name,
                folder,
                environment.isEmpty() ? null : environment,
                now.shell.isEmpty() ? null : now.shell,
                now.startup.word(),
                null,
                null,
                null);
    }

    /** Commands run on the session's terminal; or their output and errors are kept apart. */
    public boolean isOnTerminal() {
        return state.isOnTerminal;
    }

    /** A session's tab is shown when a command begins there. */
    public boolean revealsTerminal() {
        return state.revealsTerminal;
    }

    /** How many lines a terminal keeps that have left its screen. */
    public int scrollback() {
        return state.scrollback;
    }

    /** The font of terminals, where it is to be another than that of the IDE's consoles. */
    public Font fontOr(Font ofConsoles) {
        SettingsState now = state;
        int size = now.fontSize == 0 ? ofConsoles.getSize() : now.fontSize;
        return now.fontFamily.isEmpty()
                ? ofConsoles.deriveFont((float) size)
                : new Font(now.fontFamily, Font.PLAIN, size);
    }

    /** What can be run in a document is marked beside its text. */
    public boolean showsGutter() {
        return state.showsGutter;
    }

    /** Sets all of it, and tells of it where something is another now. */
    void set(SettingsState wanted) {
        if (!wanted.equals(state)) {
            state = wanted.copy();
            ApplicationManager.getApplication()
                    .getMessageBus()
                    .syncPublisher(SettingsListener.TOPIC)
                    .settingsChanged();
        }
    }

    /** A copy, to be changed as one likes. */
    @Override
    public SettingsState getState() {
        return state.copy();
    }

    @Override
    public void loadState(SettingsState loaded) {
        state = loaded.checked();
    }
}
