package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hundred clients on one session that prints as fast as it can: each is told the same, whoever is slow among them. */
@Timeout(120)
final class ManyClientsTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final int CLIENTS = 100;

    /** Lines of the flood: some two megabytes, or more by the system property {@code floodLines}. */
    private static final int LINES = Integer.getInteger("floodLines", 300_000);

    private final List<Onlooker> onlookers = new ArrayList<>();

    @AfterEach
    void allGo() throws Exception {
        for (Onlooker onlooker : onlookers) {
            onlooker.close();
        }
    }

    @Test
    void allAreToldTheSameBytesInTheSameOrder() throws Exception {
        Conversation one = Conversation.begin(HOST.inProcess());
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        one.call("sandbox/session/create", "{'sessionId':'b'}");
        // Its own events it does not want to be told; those of its calls it needs not keep.
        one.call("sandbox/session/detach", "{'sessionId':'a'}");
        for (int i = 0; i < CLIENTS; i++) {
            onlookers.add(Onlooker.begin(((InProcessServer) one.client().server()).another(), "a", "last"));
        }
        for (Onlooker onlooker : onlookers) {
            onlooker.attached().get(HOST.deadline().remainingNanos(), TimeUnit.NANOSECONDS);
        }
        Onlooker slow = onlookers.get(CLIENTS / 2);
        slow.pause();
        one.call(
                "sandbox/exec",
                "{'sessionId':'a','execId':'flood','background':true,'command':'seq 1 " + LINES
                        + "; echo err >&2; echo term >/dev/tty'}");
        // The flood waits for the slow one, and nobody else does.
        one.exec("b", "echo fine", "{'stdout':'fine\\n'}");
        slow.resume();
        one.call("sandbox/exec/wait", "{'execId':'flood','until':{'exit':true}}");
        one.call("sandbox/exec", "{'sessionId':'a','execId':'last','command':'true'}");
        Set<Onlooker.Seen> seen = new HashSet<>();
        for (Onlooker onlooker : onlookers) {
            seen.add(onlooker.seen().get(HOST.deadline().remainingNanos(), TimeUnit.NANOSECONDS));
        }
        assertThat(seen).hasSize(1);
        Onlooker.Seen told = seen.iterator().next();
        assertThat(told.text()).containsAllEntriesOf(Map.of("stdout", truth(), "stderr", hash("err\n")));
        assertThat(told.bytes()).containsEntry("terminal", 6L);
    }

    private static String truth() {
        Hasher all = Hashing.sha256().newHasher();
        for (int i = 1; i <= LINES; i++) {
            all.putString(i + "\n", StandardCharsets.UTF_8);
        }
        return all.hash().toString();
    }

    private static String hash(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
