package dev.sandshell.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.sandshell.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds names against what all editors make of them. */
final class SessionNamingTest {
    record Example(String folder, String sessionId, String name) {}

    record Examples(List<Example> folders, List<Example> names) {}

    private static Examples examples() throws IOException {
        return new Gson()
                .fromJson(Files.readString(Installed.fixtures().resolve("sessions/names.json")), Examples.class);
    }

    @Test
    void aFolderHasTheSameSessionInEveryEditor() throws IOException {
        for (Example example : examples().folders()) {
            assertThat(SessionNaming.folderSession(example.folder()))
                    .isEqualTo(new SessionNaming.Named(example.sessionId(), example.name()));
        }
    }

    @Test
    void aNameHasTheSameIdInEveryEditor() throws IOException {
        for (Example example : examples().names()) {
            assertThat(SessionNaming.newSessionFor(example.name()))
                    .isEqualTo(new SessionNaming.Named(example.sessionId(), example.name()));
        }
    }

    private static Session session(String id, String name, long createdAtMs) {
        return new Session(
                id, name, "idle", "bash", 1, "/", createdAtMs, new TerminalSize(24, 80), null, 0, 0, 0, null, null);
    }

    @Test
    void aFurtherOneHasTheNextNumberThatIsFree() {
        List<Session> sessions = List.of(session("a", "project", 1), session("b", "project 2", 2));
        assertThat(SessionNaming.nextName("project", sessions)).isEqualTo("project 3");
        assertThat(SessionNaming.nextName("other", sessions)).isEqualTo("other 2");
    }

    @Test
    void anIdGoesBeforeANameAndTheOldestBeforeOthers() {
        Session young = session("a", "b", 2);
        Session old = session("c", "b", 1);
        assertThat(SessionNaming.sessionNamed(List.of(young, old), "b")).contains(old);
        assertThat(SessionNaming.sessionNamed(List.of(young, old), "a")).contains(young);
        assertThat(SessionNaming.sessionNamed(List.of(young, old), "x")).isEqualTo(Optional.empty());
    }
}
