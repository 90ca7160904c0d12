package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code --log-file}: the very file that was named, for as many servers as name it. */
@Timeout(90)
final class LogFileIT {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    /** The session goes on without the start-up files that end its shell, and the log says so. */
    private static void loseStartupFiles(Conversation talk) {
        String home = TranscriptCases.fixtures() + "/startup/other-shell";
        talk.call(
                "sandbox/session/create",
                "{'sessionId':'a','shell':'bash','startup':'user','env':{'HOME':'" + home + "'}}");
        talk.exec("a", "echo on", "{'stdout':'on\\n'}");
    }

    @Test
    void severalServersAppendToOneFile() throws Exception {
        Path file = HOST.scratch().resolve("100%u of it.log");
        for (int i = 0; i < 2; i++) {
            JarServer server = HOST.startJar(List.of(), List.of("--log-file=" + file));
            loseStartupFiles(Conversation.begin(HOST.client(server)));
            assertThat(server.stderr()).isEmpty();
        }
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.contains("start-up files"))
                .hasSize(2);
        assertThat(file.resolveSibling(file.getFileName() + ".lck")).doesNotExist();
    }

    @Test
    void oneThatCannotBeWrittenIsNamed() throws Exception {
        JarServer server = HOST.startJar(List.of(), List.of("--log-file=/no/such/folder/log"));
        HOST.client(server);
        assertThat(server.exitCode(HOST.deadline())).isEqualTo(125);
        server.close();
        assertThat(server.stderr()).contains("--log-file /no/such/folder/log cannot be written to");
    }
}
