package dev.sandshell.intellij.platform;

import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.ide.SandshellProjectService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a platform of their own and a project in an empty folder; of the plug-in nothing is left afterwards. */
abstract class PlatformTest {
    @TempDir
    private Path parent;

    TestPlatform platform;

    @BeforeEach
    final void openPlatform() throws IOException {
        platform = new TestPlatform(Files.createDirectory(parent.resolve("shop")));
    }

    @AfterEach
    final void closePlatform() {
        platform.closeAndProveIt();
    }

    /** The project's. */
    final Path folder() {
        return parent.resolve("shop");
    }

    final UserActions actions() {
        return new UserActions(platform);
    }

    /** What the plug-in has of the project; made when it is first asked for. */
    final SandshellProjectService service() {
        return SandshellProjectService.of(platform.project());
    }

    /** The project's session, which there has to be. */
    final SessionView session() {
        return Objects.requireNonNull(service().current().view());
    }
}
