package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hundred clients on one session that prints as fast as it can: each is told the same, whoever is slow among them. */
@Timeout(600)
final class ManyClientsTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final int CLIENTS = 100;

    /** Lines of the flood: more than a session keeps, or as many as the system property {@code floodLines} says. */
    private static final int LINES = Integer.getInteger("floodLines", 200_000);

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
        for (int i = 0; i < CLIENTS; i++) {
            onlookers.add(Onlooker.begin(((InProcessServer) one.client().server()).another(), "a", "last"));
        }
        for (Onlooker onlooker : onlookers) {
            onlooker.attached().get(HOST.deadline().remainingNanos(), TimeUnit.NANOSECONDS);
        }
        Onlooker slow = onlookers.get(CLIENTS / 2);
        slow.pause();
        int flood = one.ask(
                "sandbox/exec",
                "{'sessionId':'a','execId':'flood','output':'stream','command':'seq 1 " + LINES
                        + "; echo err >&2; echo term >/dev/tty'}");
        // The flood waits for the slow one; other sessions do not.
        one.exec("b", "echo fine", "{'stdout':'fine\\n'}");
        slow.resume();
        checkText(one);
        one.expect(one.answer(flood), "{'result':{'exitCode':0}}");
        one.call("sandbox/exec", "{'sessionId':'a','execId':'last','command':'true'}");
        Set<Onlooker.Seen> seen = new HashSet<>();
        for (Onlooker onlooker : onlookers) {
            seen.add(onlooker.seen().get(HOST.deadline().remainingNanos(), TimeUnit.NANOSECONDS));
        }
        assertThat(seen).hasSize(1);
    }

    /** Every byte is the one that was printed. */
    private static void checkText(Conversation one) {
        StringBuilder rest = new StringBuilder();
        int line = 0;
        while (line < LINES) {
            JsonObject chunk =
                    one.await("{'method':'sandbox/exec/output','params':{'execId':'flood','stream':'stdout'}}");
            rest.append(chunk.getAsJsonObject("params").get("text").getAsString());
            int from = 0;
            for (int end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n", from)) {
                line++;
                assertThat(rest.substring(from, end)).isEqualTo(Integer.toString(line));
                from = end + 1;
            }
            rest.delete(0, from);
        }
        assertThat(rest).isEmpty();
    }
}
