package dev.sandshell.intellij;

import static org.assertj.core.api.Assertions.assertThat;

import com.jetbrains.plugin.structure.base.plugin.PluginCreationFail;
import com.jetbrains.plugin.structure.base.plugin.PluginCreationResult;
import com.jetbrains.plugin.structure.base.plugin.PluginCreationSuccess;
import com.jetbrains.plugin.structure.intellij.plugin.IdePlugin;
import com.jetbrains.plugin.structure.intellij.plugin.IdePluginManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The zip that an IDE installs: what is in it, and that JetBrains' own reader takes it. */
final class PackageIT {
    private static final Path ZIP = Path.of(Objects.requireNonNull(System.getProperty("sandshell.plugin")));

    @Test
    void itsClassPathHasNothingThatTheIdeHasItself() throws IOException {
        assertThat(jars("sandshell/lib/[^/]+\\.jar"))
                .map(name -> name.replaceFirst("sandshell/lib/(.*?)-\\d.*", "$1"))
                .containsExactlyInAnyOrder("sandshell-intellij", "sandshell-server", "org.eclipse.lsp4j.jsonrpc");
    }

    @Test
    void theServerIsAProgramOfItsOwn() throws IOException {
        assertThat(jars("sandshell/lib/.+/.+\\.jar")).containsExactly("sandshell/lib/server/sandshell.jar");
    }

    @Test
    void itsDescriptorIsRight() {
        PluginCreationResult<IdePlugin> result =
                IdePluginManager.createManager().createPlugin(ZIP);
        if (result instanceof PluginCreationFail<IdePlugin> fail) {
            throw new AssertionError(fail.getErrorsAndWarnings().toString());
        }
        PluginCreationSuccess<IdePlugin> success = (PluginCreationSuccess<IdePlugin>) result;
        assertThat(success.getWarnings()).isEmpty();
        IdePlugin plugin = success.getPlugin();
        assertThat(plugin.getPluginId()).isEqualTo("dev.sandshell");
        assertThat(String.valueOf(plugin.getSinceBuild())).isEqualTo("242.0");
        assertThat(plugin.getUntilBuild()).isNull();
    }

    private static List<String> jars(String pattern) throws IOException {
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches(pattern))
                    .toList();
        }
    }
}
