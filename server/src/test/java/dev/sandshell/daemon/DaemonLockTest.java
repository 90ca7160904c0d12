package dev.sandshell.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonLockTest {
    @TempDir
    private Path folder;

    @Test
    void oneHasItAndTheFileSaysWho() throws IOException {
        Path path = folder.resolve("lock");
        assertThat(DaemonLock.holder(path)).isEmpty();
        DaemonLock held = DaemonLock.tryTake(path).orElseThrow();
        assertThat(DaemonLock.tryTake(path)).isEmpty();
        assertThat(DaemonLock.holder(path)).hasValue(ProcessHandle.current().pid());
        held.close();
        assertThat(DaemonLock.holder(path)).isEmpty();
        DaemonLock.take(path).close();
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("precious"), "text");
        Path path = Files.createSymbolicLink(folder.resolve("lock"), elsewhere);
        assertThatThrownBy(() -> DaemonLock.tryTake(path)).isInstanceOf(IOException.class);
        assertThat(elsewhere).hasContent("text");
    }
}
