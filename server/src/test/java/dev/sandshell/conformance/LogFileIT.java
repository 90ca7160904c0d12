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

    /** The session goes on without the state that ends its shell, and the log says so. */
    private static void loseState(Conversation talk) {
        talk.call("sandbox/session/create", "{'sessionId':'a','shell':'bash'}");
        talk.exec("a", "PROMPT_COMMAND='exit 4'", "{'exitCode':4,'shellExited':true,'stateRestored':false}");
    }

    @Test
    void severalServersAppendToOneFile() throws Exception {
        Path file = HOST.scratch().resolve("100%u of it.log");
        for (int i = 0; i < 2; i++) {
            JarServer server = HOST.startJar(List.of(), List.of("--log-file=" + file));
            loseState(Conversation.begin(HOST.client(server)));
            assertThat(server.stderr()).isEmpty();
        }
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.contains("has ended on the state of the one before"))
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
