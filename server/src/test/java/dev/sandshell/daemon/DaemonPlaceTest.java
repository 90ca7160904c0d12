package dev.sandshell.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonPlaceTest {
    @TempDir
    private Path folder;

    private static DaemonPlace in(Path base) throws IOException {
        return DaemonPlace.of(Map.of("SANDSHELL_RUNTIME_DIR", base.toString()));
    }

    @Test
    void isAFolderOfTheUsersOwn() throws IOException {
        Path made = in(folder).folder();
        assertThat(made.getParent()).isEqualTo(folder.toRealPath());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> in(folder.resolve("none")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.resolve("none") + " is not there; set XDG_RUNTIME_DIR");
    }

    @Test
    void aNameThatNoSocketCanHaveIsRefused() throws IOException {
        Path deep = Files.createDirectory(folder.resolve("x".repeat(100)));
        assertThatThrownBy(() -> in(deep))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most 107 bytes")
                .hasMessageContaining("SANDSHELL_RUNTIME_DIR");
    }
}
