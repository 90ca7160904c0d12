package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Processes whose parents have gone come to the server; it takes note of their ends, or they would fill the table. */
@Timeout(90)
final class OrphansIT {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    @Test
    void noZombieStays() throws Exception {
        JarServer server = HOST.startJar(List.of(), List.of());
        Conversation talk = Conversation.begin(HOST.client(server));
        talk.call("sandbox/session/create", "{'sessionId':'a'}");
        talk.exec("a", "for i in 1 2 3 4 5 6 7 8 9; do sh -c 'setsid true & true &'; done", "{'exitCode':0}");
        long pid = server.process().pid();
        List<String> zombies = zombiesOf(pid);
        while (!zombies.isEmpty() && !HOST.deadline().isOver()) {
            Thread.onSpinWait();
            zombies = zombiesOf(pid);
        }
        assertThat(zombies).isEmpty();
    }

    private static List<String> zombiesOf(long parent) throws IOException {
        List<String> found = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path entry : entries) {
                try {
                    String stat = Files.readString(entry.resolve("stat"));
                    if (stat.substring(stat.lastIndexOf(')')).startsWith(") Z " + parent + " ")) {
                        found.add(stat);
                    }
                } catch (IOException e) {
                    // It ended while we were looking.
                }
            }
        }
        return found;
    }
}
