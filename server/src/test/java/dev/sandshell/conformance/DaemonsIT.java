package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a command has put into a session of its own, with no stream of ours, ends with the server all the same. */
@Timeout(90)
final class DaemonsIT {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final String ALIVE = "sh '" + TranscriptCases.fixtures() + "/shells/alive.sh' $(cat pid)";

    private static Conversation withDaemon(JarServer server) {
        Conversation talk = Conversation.begin(HOST.client(server));
        leaveDaemon(talk);
        return talk;
    }

    private static void leaveDaemon(Conversation talk) {
        talk.call("sandbox/session/create", "{'sessionId':'a','cwd':'" + HOST.scratch() + "'}");
        talk.exec("a", "sh '" + TranscriptCases.fixtures() + "/shells/runs-away.sh' pid", "{'stdout':'started\\n'}");
    }

    @Test
    void serverKilledByForce() throws Exception {
        JarServer server = HOST.startJar(List.of(), List.of());
        Conversation talk = withDaemon(server);
        // The guardian is told of it some moments after the command that left it.
        talk.exec("a", "sleep 1", "{'exitCode':0}");
        server.process().destroyForcibly();
        assertThat(server.exitCode(HOST.deadline())).isEqualTo(137);
    }

    @Test
    void serverEndsInOrder() throws Exception {
        JarServer server = HOST.startJar(List.of(), List.of());
        Conversation talk = withDaemon(server);
        talk.answer(talk.ask("shutdown", "null"));
        talk.tell("exit", "null");
        assertThat(server.exitCode(HOST.deadline())).isZero();
    }

    @Test
    void sessionIsDeleted() throws Exception {
        Conversation talk = withDaemon(HOST.startJar(List.of(), List.of()));
        talk.expect(talk.call("sandbox/session/delete", "{'sessionId':'a'}"), "{'existed':true}");
        talk.call("sandbox/session/create", "{'sessionId':'b','cwd':'" + HOST.scratch() + "'}");
        talk.exec("b", ALIVE, "{'stdout':''}");
    }

    /** It could be either's, so it is left to the end of the server. */
    @Test
    void oneOfTwoSessionsIsDeleted() throws Exception {
        JarServer server = HOST.startJar(List.of(), List.of());
        Conversation talk = Conversation.begin(HOST.client(server));
        talk.call("sandbox/session/create", "{'sessionId':'b','cwd':'" + HOST.scratch() + "'}");
        leaveDaemon(talk);
        talk.expect(talk.call("sandbox/session/delete", "{'sessionId':'a'}"), "{'existed':true}");
        talk.exec("b", ALIVE, "{'stdout':'~^[0-9]+\n$~'}");
    }
}
