package dev.sandshell.syntax;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterBash;

/**
 * The grammar of bash, loaded when it is first asked for: that takes some tens of milliseconds, which no start is to wait
 * for. Any thread may ask.
 *
 * <p>Its native part is unpacked by the build, in the folder {@code native} beside the jar; where it is not, the library
 * unpacks it to a temporary folder. Where it cannot be loaded at all, there is no grammar, and that is said once.
 */
final class Grammar {
    private static final Logger LOG = Logger.getLogger(Grammar.class.getName());
    private static final String PROPERTY = "tree-sitter-lib";

    private static final class Loaded {
        static final Optional<TSLanguage> BASH = load();
    }

    private Grammar() {}

    static Optional<TSLanguage> bash() {
        return Loaded.BASH;
    }

    private static Optional<TSLanguage> load() {
        tellLibrary();
        try {
            return Optional.of(new TreeSitterBash());
        } catch (LinkageError | RuntimeException e) {
            LOG.log(Level.WARNING, "the grammar of shell scripts cannot be loaded; nothing is completed or checked", e);
            return Optional.empty();
        }
    }

    private static void tellLibrary() {
        CodeSource source = Grammar.class.getProtectionDomain().getCodeSource();
        if (source == null || System.getProperty(PROPERTY) != null) {
            return;
        }
        try {
            URI self = source.getLocation().toURI();
            Path folder = Path.of(self).resolveSibling("native");
            if (Files.isDirectory(folder.resolve("lib"))) {
                System.setProperty(PROPERTY, folder.toString());
            }
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            // Loaded from somewhere that is no folder: the library sees to itself.
        }
    }
}
