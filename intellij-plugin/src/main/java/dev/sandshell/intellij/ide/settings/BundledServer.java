package dev.sandshell.intellij.ide.settings;

import com.intellij.openapi.application.PathManager;
import java.nio.file.Path;

/** The server that comes with the plug-in. */
final class BundledServer {
    /** Names another jar, for who develops the server. */
    private static final String PROPERTY = "sandshell.jar";

    private BundledServer() {}

    /** Where it is: {@code server/sandshell.jar} beside the jar that this class is in. */
    static Path jar() {
        String named = System.getProperty(PROPERTY, "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        String ours = PathManager.getJarPathForClass(BundledServer.class);
        if (ours == null) {
            throw new IllegalStateException("the plug-in's own jar cannot be found");
        }
        return Path.of(ours).resolveSibling("server").resolve("sandshell.jar");
    }
}
