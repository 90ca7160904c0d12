package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The history across server processes. */
@Timeout(90)
final class HistoryIT {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final String ALL = "sandbox/session/history";

    private static JarServer server() throws Exception {
        return HOST.startJar(List.of(), List.of());
    }

    private static void end(Conversation talk, JarServer server) throws Exception {
        talk.answer(talk.ask("shutdown", "null"));
        talk.tell("exit", "null");
        assertThat(server.exitCode(HOST.deadline())).isZero();
    }

    @Test
    void theNextServerFindsWhatEndedBeforeAnOrderlyEnd() throws Exception {
        JarServer first = server();
        Conversation talk = Conversation.begin(HOST.client(first));
        talk.call("sandbox/session/create", "{'sessionId':'a','cwd':'/'}");
        talk.exec("a", "true first", "{'exitCode':0}");
        talk.exec("a", "false last", "{'exitCode':1}");
        end(talk, first);

        JarServer second = server();
        Conversation later = Conversation.begin(HOST.client(second));
        later.expect(
                later.call(ALL, "{}"),
                "{'entries':[{'command':'false last','cwd':'/','exitCode':1},{'command':'true first','exitCode':0}]}");
        end(later, second);
    }

    @Test
    void twoServersShareIt() throws Exception {
        Conversation one = Conversation.begin(HOST.client(server()));
        Conversation other = Conversation.begin(HOST.client(server()));
        one.call("sandbox/session/create", "{'sessionId':'one'}");
        other.call("sandbox/session/create", "{'sessionId':'other'}");
        one.exec("one", "true 1", "{'exitCode':0}");
        one.expect(one.call(ALL, "{}"), "{'entries':[{'sessionId':'one'}]}");
        other.exec("other", "true 2", "{'exitCode':0}");
        other.expect(other.call(ALL, "{}"), "{'entries':[{'sessionId':'other'},{'sessionId':'one'}]}");
        one.expect(one.call(ALL, "{}"), "{'entries':[{'sessionId':'other'},{'sessionId':'one'}]}");
    }

    @Test
    void neitherInputNorVariablesOfACallAreWritten() throws Exception {
        JarServer server = server();
        Conversation talk = Conversation.begin(HOST.client(server));
        talk.call("sandbox/session/create", "{'sessionId':'a','env':{'A':'hidden-in-session'}}");
        talk.call(
                "sandbox/exec",
                "{'sessionId':'a','command':'cat; true seen','stdin':'hidden-in-stdin','env':{'B':'hidden-in-env'}}");
        talk.call(ALL, "{}");
        // Before the end too, while all is still in the log of what is to be written.
        assertThat(written()).contains("true seen").doesNotContain("hidden");
        end(talk, server);
        assertThat(written()).contains("true seen").doesNotContain("hidden");
    }

    private static String written() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(HOST.stateFolder())) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void whereItIsNotWantedThereIsNone() throws Exception {
        JarServer server = HOST.startJarThrough(List.of("env", "SANDSHELL_HISTORY=off"));
        Conversation talk = Conversation.begin(HOST.client(server));
        talk.call("sandbox/session/create", "{'sessionId':'a'}");
        talk.exec("a", "true", "{'exitCode':0}");
        talk.expect(talk.call(ALL, "{}"), "{'entries':[]}");
        end(talk, server);
        assertThat(HOST.stateFolder()).isEmptyDirectory();
    }

    @Test
    void aFullDiskCostsTheHistoryAlone() throws Exception {
        boolean isRoot = Integer.valueOf(0).equals(Files.getAttribute(HOST.scratch(), "unix:uid"));
        String mount = "mount -t tmpfs -o size=16k,mode=700 tmpfs \"$SANDSHELL_STATE_DIR\" && exec \"$@\"";
        List<String> before = isRoot
                ? List.of("unshare", "--mount", "sh", "-c", mount, "sh")
                : List.of("unshare", "--mount", "--map-root-user", "sh", "-c", mount, "sh");
        RuntimeFolderIT.requireThatItRuns(before, HOST.environment());
        JarServer server = HOST.startJarThrough(before);
        Conversation talk = Conversation.begin(HOST.client(server));
        talk.call("sandbox/session/create", "{'sessionId':'a'}");
        talk.exec("a", "true", "{'exitCode':0}");
        talk.expect(talk.call(ALL, "{}"), "{'entries':[]}");
        talk.exec("a", "echo on", "{'stdout':'on\\n'}");
        end(talk, server);
        assertThat(server.stderr()).containsOnlyOnce("cannot be used");
    }
}
