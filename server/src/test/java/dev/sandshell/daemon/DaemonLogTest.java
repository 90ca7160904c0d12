package dev.sandshell.daemon;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However long a daemon complains, its log has a bound, and the newest is there. */
final class DaemonLogTest {
    @TempDir
    private Path folder;

    @Test
    void whatHasGrownIsPutAside() throws Exception {
        Path log = folder.resolve("log");
        Path previous = folder.resolve("previous");
        try (OutputStream err = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                OutputStream bounded = new DaemonLog(err, log, log, previous, 100)) {
            for (int line = 0; line < 1_000; line++) {
                bounded.write(String.format("line %d%n", line).getBytes(US_ASCII));
                assertThat(Files.size(log)).isLessThan(100);
            }
            err.write("the JVM's own".getBytes(US_ASCII));
        }
        assertThat(Files.size(previous)).isBetween(100L, 110L);
        assertThat(Files.readString(previous) + Files.readString(log))
                .as("with no gap and no hole")
                .containsPattern("line 98[0-9]\n.*")
                .endsWith("line 998\nline 999\nthe JVM's own");
    }

    @Test
    void standardErrorThatIsNotTheLogIsLeftAlone() throws Exception {
        DaemonPlace place = new DaemonPlace(folder);
        OutputStream err = new ByteArrayOutputStream();
        assertThat(DaemonLog.of(err, place)).isSameAs(err);
        Files.createFile(place.log());
        assertThat(DaemonLog.of(err, place)).isSameAs(err);
    }
}
