package dev.sandshell.intellij.ide;

import com.intellij.openapi.application.PathManager;
import dev.sandshell.intellij.core.server.JavaPlaces;
import dev.sandshell.intellij.core.server.ServerProgram;
import dev.sandshell.intellij.ide.settings.SandshellSettings;
import dev.sandshell.protocol.SessionCreateParams;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the settings come to, as they are at the moment. Any thread may ask. */
final class SandshellConfiguration {
    private SandshellConfiguration() {}

    /** The server that comes with the plug-in, or the one that the settings name. */
    static ServerProgram serverProgram() {
        SandshellSettings settings = SandshellSettings.get();
        return new ServerProgram(
                JavaPlaces.ofThisProcess(settings.javaHome()), serverJar(settings.serverJar()), settings.isShared());
    }

    /** What a new session is made with. */
    static SessionCreateParams newSession(@Nullable String sessionId, @Nullable String name, String folder) {
        SandshellSettings settings = SandshellSettings.get();
        Map<String, @Nullable String> environment = settings.environment();
        return new SessionCreateParams(
                sessionId,
                name,
                folder,
                environment.isEmpty() ? null : environment,
                settings.shell().isEmpty() ? null : settings.shell(),
                settings.startup(),
                null,
                null,
                null);
    }

    /** It is beside the jar that this class is in: in a folder of its own, since that is no library. */
    private static Path serverJar(String named) {
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        String ours = PathManager.getJarPathForClass(SandshellConfiguration.class);
        return Path.of(ours == null ? "" : ours).resolveSibling("server").resolve("sandshell.jar");
    }
}
