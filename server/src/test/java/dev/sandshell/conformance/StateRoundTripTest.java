package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.sandshell.Installed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a shell holds is there again after an exit, after a kill, in a fork, and in another server. The states are
 * random, from fixed seeds.
 */
@Timeout(400)
final class StateRoundTripTest {
    private static final int SEEDS = Integer.getInteger("seeds", 6);
    private static final int FIRST = Integer.getInteger("firstSeed", 1);

    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void theStateIsWhatItWas(String shell) throws Exception {
        Installed.require(shell);
        Conversation talk = Conversation.begin(HOST.inProcess());
        Conversation other = Conversation.begin(HOST.inProcess());
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Path folder = Files.createDirectory(HOST.scratch().resolve("seed-" + seed));
            RandomState state = new RandomState(shell, seed);
            String origin = "s" + seed;
            talk.call(
                    "sandbox/session/create",
                    "{'sessionId':'" + origin + "','shell':'" + shell + "','cwd':'" + folder + "'}");
            for (String command : state.commands()) {
                talk.exec(origin, command, "{}");
            }
            String before = shown(talk, origin, state);
            assertThat(before).contains(folder.toString());

            String snapshot = talk.call("sandbox/session/snapshot", "{'sessionId':'" + origin + "'}")
                    .get("snapshot")
                    .getAsString();
            talk.call("sandbox/session/fork", "{'sessionId':'" + origin + "','newSessionId':'fork'}");
            expectSame(shown(talk, "fork", state), before, shell, seed, "in a fork");
            talk.call("sandbox/session/delete", "{'sessionId':'fork'}");

            talk.exec(origin, "exit 3", "{'shellExited':true,'stateRestored':true}");
            expectSame(shown(talk, origin, state), before, shell, seed, "after an exit");
            talk.exec(origin, "kill -9 $$", "{'signal':'SIGKILL','stateRestored':true}");
            expectSame(shown(talk, origin, state), before, shell, seed, "after a kill");
            talk.call("sandbox/session/delete", "{'sessionId':'" + origin + "'}");

            JsonObject restore = new JsonObject();
            restore.addProperty("sessionId", origin);
            restore.addProperty("snapshot", snapshot);
            other.call("sandbox/session/restore", restore.toString());
            expectSame(shown(other, origin, state), before, shell, seed, "in another server");
            other.call("sandbox/session/delete", "{'sessionId':'" + origin + "'}");
        }
    }

    private static void expectSame(String after, String before, String shell, int seed, String where) {
        assertThat(after)
                .as("the state of %s with seed %s, %s", shell, seed, where)
                .isEqualTo(before);
    }

    private static String shown(Conversation talk, String session, RandomState state) {
        JsonObject params = new JsonObject();
        params.addProperty("sessionId", session);
        params.addProperty("command", state.show());
        params.addProperty("encoding", "base64");
        JsonObject result = talk.call("sandbox/exec", params.toString());
        talk.expect(result, "{'shellExited':false}");
        byte[] bytes = Base64.getDecoder().decode(result.get("stdoutBase64").getAsString());
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
