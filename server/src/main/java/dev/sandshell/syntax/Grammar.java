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
import org.treesitter.TSQuery;
import org.treesitter.TreeSitterBash;

/**
 * The grammar of bash, loaded when it is first asked for: that takes some tens of milliseconds, which no start is to wait
 * for. Any thread may ask.
 *
 * <p>Its native part is unpacked by the build, in the folder {@code native} beside the jar; where it is not, the library
 * unpacks it to a temporary folder. What finds definitions takes as long to make as a parse of a long script, so it is made once. Where it cannot be loaded at all, there is no grammar, and that is said once.
 */
record Grammar(TSLanguage language, TSQuery definitions) {
    private static final Logger LOG = Logger.getLogger(Grammar.class.getName());
    private static final String PROPERTY = "tree-sitter-lib";

    private static final String DEFINITIONS = """
            (function_definition name: (word) @function)
            (variable_assignment name: (variable_name) @variable)
            (for_statement variable: (variable_name) @variable)
            (declaration_command (variable_name) @variable)
            """;

    private static final class Loaded {
        static final Optional<Grammar> BASH = load();
    }

    static Optional<Grammar> bash() {
        return Loaded.BASH;
    }

    private static Optional<Grammar> load() {
        tellLibrary();
        try {
            TSLanguage bash = new TreeSitterBash();
            return Optional.of(new Grammar(bash, new TSQuery(bash, DEFINITIONS)));
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
