package dev.sandshell.history;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the driver where its native part is: unpacked by the build, in the folder {@code native} beside the jar. Where it
 * is not, the driver unpacks it to a temporary folder, which takes longer. Called before the driver is loaded.
 */
final class SqliteLibrary {
    private static final String NAME = "libsqlitejdbc.so";
    private static final String PROPERTY = "org.sqlite.lib.path";

    /**
     * Before it unpacks, the driver removes what others have left, and tells at length where another process was first. It
     * tells nothing else by this: where it cannot be loaded, it throws. Held here, or the level would be forgotten.
     */
    private static final Logger UNPACKING = Logger.getLogger("org.sqlite.SQLiteJDBCLoader");

    private SqliteLibrary() {}

    static void tell() {
        UNPACKING.setLevel(Level.OFF);
        CodeSource source = SqliteLibrary.class.getProtectionDomain().getCodeSource();
        if (source == null || System.getProperty(PROPERTY) != null) {
            return;
        }
        try {
            URI self = source.getLocation().toURI();
            Path folder = Path.of(self).resolveSibling("native");
            if (Files.isRegularFile(folder.resolve(NAME))) {
                System.setProperty("org.sqlite.lib.name", NAME);
                System.setProperty(PROPERTY, folder.toString());
            }
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            // Loaded from somewhere that is no folder: the driver sees to itself.
        }
    }
}
