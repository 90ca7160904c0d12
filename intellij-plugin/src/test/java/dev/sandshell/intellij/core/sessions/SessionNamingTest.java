package dev.sandshell.intellij.core.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.sandshell.intellij.core.Examples;
import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.TerminalSize;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SessionNamingTest {
    record Folder(String folder, String sessionId, String name) {}

    static List<Folder> folders() throws IOException {
        return Examples.of(examples().get("folders"), Folder.class);
    }

    static List<SessionNaming.Named> names() throws IOException {
        return Examples.of(examples().get("names"), SessionNaming.Named.class);
    }

    private static JsonObject examples() throws IOException {
        return Examples.in("sessions/names.json").getAsJsonObject();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theSessionOfAFolderIsTheSameInEveryEditor(Folder example) {
        assertThat(SessionNaming.folderSession(example.folder()))
                .isEqualTo(new SessionNaming.Named(example.sessionId(), example.name()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void soIsThatOfAName(SessionNaming.Named example) {
        assertThat(SessionNaming.newSessionFor(example.name())).isEqualTo(example);
    }

    @Test
    void anIdIsMeantBeforeANameAndOfTwoNamesTheOlder() {
        List<Session> sessions = List.of(session("a", "b", 1), session("b", "c", 2), session("d", "c", 1));
        assertThat(SessionNaming.sessionNamed(sessions, "b")).contains(sessions.get(1));
        assertThat(SessionNaming.sessionNamed(sessions, "c")).contains(sessions.get(2));
        assertThat(SessionNaming.sessionNamed(sessions, "e")).isEmpty();
    }

    @Test
    void aFurtherSessionIsNumbered() {
        List<Session> sessions = List.of(session("a", "p", 1), session("b", "p 2", 2), session("d", "p 4", 1));
        assertThat(SessionNaming.nextName("p", sessions)).isEqualTo("p 3");
    }

    private static Session session(String id, String name, long createdAtMs) {
        TerminalSize size = new TerminalSize(24, 80);
        return new Session(id, name, "idle", "bash", 1, "/", createdAtMs, size, null, 0, 0, 1, null, null);
    }
}
