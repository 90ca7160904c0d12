package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However a server ends, or its client, nothing stays; that itself is {@link LeavesNothingBehind}'s to see. */
@Timeout(90)
final class ServerEndsIT {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final String FAMILY = "sh '" + TranscriptCases.fixtures() + "/shells/family.sh' .";

    /** A server with three shells: one idle, one with a family of processes, one with children that ignore signals. */
    private static Conversation withWork(JarServer server) {
        Conversation talk = Conversation.begin(HOST.client(server));
        for (String shell : List.of("bash", "zsh", "sh")) {
            talk.call(
                    "sandbox/session/create",
                    "{'sessionId':'" + shell + "','shell':'" + shell + "','cwd':'" + HOST.scratch() + "'}");
        }
        talk.ask("sandbox/exec", "{'sessionId':'zsh','execId':'family','command':\"" + FAMILY + "\"}");
        talk.ask(
                "sandbox/exec",
                "{'sessionId':'sh','execId':'deaf','command':\"sh '" + TranscriptCases.fixtures()
                        + "/shells/ignores-signals.sh'\"}");
        talk.exec("bash", "trap '' HUP; sleep 1000 & sh -c 'sleep 1000 &'", "{'exitCode':0}");
        talk.await("{'method':'sandbox/exec/output','params':{'execId':'family','text':'ready\\n'}}");
        talk.await("{'method':'sandbox/exec/output','params':{'execId':'deaf','text':'ready\\n'}}");
        return talk;
    }

    @Test
    void killedByForce() throws Exception {
        JarServer server = HOST.startJar(List.of(), List.of());
        withWork(server);
        server.process().destroyForcibly();
        assertThat(server.exitCode(HOST.deadline())).isEqualTo(137);
    }

    @Test
    void terminated() throws Exception {
        JarServer server = HOST.startJar(List.of(), List.of());
        withWork(server);
        server.process().destroy();
        assertThat(server.exitCode(HOST.deadline())).isEqualTo(143);
        assertThat(serverFolders()).isEmpty();
    }

    @Test
    void inputEnds() throws Exception {
        JarServer server = HOST.startJar(List.of(), List.of());
        withWork(server).client().closeInput();
        assertThat(server.exitCode(HOST.deadline())).isEqualTo(1);
        assertThat(serverFolders()).isEmpty();
    }

    @Test
    void clientDiesInTheMiddleOfOutput() throws Exception {
        JarServer server = HOST.startJar(List.of(), List.of());
        Conversation talk = Conversation.begin(HOST.client(server));
        talk.ask("sandbox/exec", "{'execId':'e','command':'yes'}");
        talk.await("{'method':'sandbox/exec/output','params':{'execId':'e'}}");
        talk.client().pauseReading();
        server.output().close();
        server.input().close();
        assertThat(server.exitCode(HOST.deadline())).isEqualTo(1);
        assertThat(serverFolders()).isEmpty();
    }

    @Test
    void theProcessOfTheClientEnds() throws Exception {
        Process parent = new ProcessBuilder("sleep", "1000").start();
        JarServer server = HOST.startJar(List.of(), List.of());
        Conversation.begin(HOST.client(server), parent.pid()).call("sandbox/session/create", "{}");
        parent.destroyForcibly();
        assertThat(server.exitCode(HOST.deadline())).isEqualTo(1);
    }

    @Test
    void theProcessNamedOnTheCommandLineEnds() throws Exception {
        Process parent = new ProcessBuilder("sleep", "1000").start();
        JarServer server = HOST.startJar(List.of(), List.of("--clientProcessId=" + parent.pid()));
        Conversation.begin(HOST.client(server)).call("sandbox/session/create", "{}");
        parent.destroyForcibly();
        assertThat(server.exitCode(HOST.deadline())).isEqualTo(1);
    }

    @Test
    void theProcessOfTheClientHadEndedBefore() throws Exception {
        Process parent = new ProcessBuilder("true").start();
        assertThat(parent.waitFor()).isZero();
        JarServer server = HOST.startJar(List.of(), List.of());
        WireClient client = HOST.client(server);
        client.sendBody("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"processId\":"
                + parent.pid() + ",\"capabilities\":{}}}");
        assertThat(server.exitCode(HOST.deadline())).isEqualTo(1);
    }

    @Test
    void whatAKilledServerLeftIsClearedByTheNext() throws Exception {
        Path ours = HOST.runtimeFolder().resolve("sandshell-" + Files.getAttribute(HOST.scratch(), "unix:uid"));
        JarServer server = HOST.startJar(List.of(), List.of());
        Conversation.begin(HOST.client(server)).call("sandbox/session/create", "{}");
        assertThat(serverFolders()).hasSize(1);
        Path stale = Files.createDirectory(ours.resolve("999999999-1"));
        Files.createFile(stale.resolve("control"));
        JarServer next = HOST.startJar(List.of(), List.of());
        Conversation.begin(HOST.client(next)).call("sandbox/session/create", "{}");
        assertThat(stale).doesNotExist();
        assertThat(serverFolders()).hasSize(2);
    }

    private static List<Path> serverFolders() throws Exception {
        List<Path> folders = new ArrayList<>();
        try (var users = Files.newDirectoryStream(HOST.runtimeFolder())) {
            for (Path user : users) {
                try (var servers = Files.newDirectoryStream(user, Files::isDirectory)) {
                    servers.forEach(folders::add);
                }
            }
        }
        return folders;
    }
}
