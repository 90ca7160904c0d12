package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several clients on one session of one server: the same events in the same order, and nobody waits for more than his own. */
@Timeout(90)
final class SharedSessionTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final String FLOOD = "i=0; while [ $i -lt 3000 ]; do i=$((i+1)); echo line $i of a flood; done";

    private final List<String> first = new ArrayList<>();
    private final List<String> second = new ArrayList<>();

    /** Takes messages up to the end of a command, and keeps the events among them as they came. */
    private static void takeUntilClosed(Conversation talk, String execId, List<String> events) {
        boolean isClosed = false;
        while (!isClosed) {
            JsonObject message = talk.client().take();
            if (message == null) {
                throw talk.client().failure("the stream ended before " + execId + " was closed");
            }
            if (message.has("method") && message.get("method").getAsString().startsWith("sandbox/exec/")) {
                events.add(message.toString());
                isClosed = message.get("method").getAsString().equals("sandbox/exec/closed")
                        && message.getAsJsonObject("params")
                                .get("execId")
                                .getAsString()
                                .equals(execId);
            }
        }
    }

    @Test
    void bothAreToldTheSameInTheSameOrder() throws Exception {
        Conversation one = Conversation.begin(HOST.inProcess("quiet"));
        Conversation two = Conversation.begin(HOST.joining(one.client()));
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        two.expect(
                two.call("sandbox/session/attach", "{'sessionId':'a'}"),
                "{'session':{'attachedClients':2},'replayedFromSeq':1,'truncated':false}");
        one.ask("sandbox/exec", "{'sessionId':'a','execId':'e1','command':'" + FLOOD + "'}");
        two.ask("sandbox/exec", "{'sessionId':'a','execId':'e2','command':'echo x >&2; echo y'}");
        one.ask("sandbox/exec", "{'sessionId':'a','execId':'last','command':'false'}");
        takeUntilClosed(one, "last", first);
        takeUntilClosed(two, "last", second);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void whoJoinsInAFloodIsToldAllOfItByteForByte() throws Exception {
        Conversation one = Conversation.begin(HOST.inProcess("quiet"));
        Conversation two = Conversation.begin(HOST.joining(one.client()));
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        one.ask("sandbox/exec", "{'sessionId':'a','execId':'e','command':'" + FLOOD + "'}");
        JsonObject seen = one.await("{'method':'sandbox/exec/started','params':{'execId':'e'}}");
        first.add(seen.toString());
        two.expect(
                two.call("sandbox/session/attach", "{'sessionId':'a','afterSeq':0}"),
                "{'replayedFromSeq':1,'truncated':false}");
        takeUntilClosed(one, "e", first);
        takeUntilClosed(two, "e", second);
        assertThat(second).isEqualTo(first);
        // And once more, when all is over.
        two.call("sandbox/session/attach", "{'sessionId':'a','afterSeq':0}");
        second.clear();
        takeUntilClosed(two, "e", second);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void whoDoesNotReadHoldsUpNoOtherSession() throws Exception {
        Conversation one = Conversation.begin(HOST.inProcess());
        Conversation two = Conversation.begin(HOST.joining(one.client()));
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        one.call("sandbox/session/create", "{'sessionId':'b'}");
        two.call("sandbox/session/attach", "{'sessionId':'a'}");
        two.client().pauseReading();
        int flood = one.ask("sandbox/exec", "{'sessionId':'a','execId':'e','output':'stream','command':'yes'}");
        one.await("{'method':'sandbox/exec/output','params':{'execId':'e'}}");
        one.exec("b", FLOOD + "; echo over", "{'exitCode':0}");
        two.client().resumeReading();
        one.call("sandbox/exec/interrupt", "{'execId':'e'}");
        one.expect(one.answer(flood), "{'result':{'exitCode':130}}");
        one.exec("a", "echo on", "{'stdout':'on\\n'}");
    }

    @Test
    void whoDiesIsDetachedAndTheOtherGoesOn() throws Exception {
        Conversation one = Conversation.begin(HOST.inProcess());
        Conversation two = Conversation.begin(HOST.joining(one.client()));
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        two.call("sandbox/session/attach", "{'sessionId':'a'}");
        two.ask(
                "sandbox/exec",
                "{'sessionId':'a','execId':'theirs','command':'echo up; read -r x <&0; yes | head -c 3000000'"
                        + ",'openStdin':true,'output':'stream'}");
        two.await("{'method':'sandbox/exec/output','params':{'execId':'theirs'}}");
        two.client().pauseReading();
        one.call("sandbox/exec/write", "{'execId':'theirs','text':'go\\n'}");
        two.client().closeInput();
        one.await("{'method':'sandbox/session/changed','params':{'session':{'attachedClients':1}}}");
        one.await("{'method':'sandbox/exec/exited','params':{'execId':'theirs','exitCode':0,'stdoutBytes':3000003}}");
        one.exec("a", "echo on", "{'stdout':'on\\n'}");
    }

    @Test
    void acknowledgementsSetThePace() throws Exception {
        Conversation one = Conversation.begin(HOST.inProcess());
        Conversation two = Conversation.begin(
                HOST.joining(one.client()),
                "{'processId':null,'capabilities':{},'initializationOptions':{'flowControl':true}}");
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        two.call("sandbox/session/attach", "{'sessionId':'a'}");
        int call = one.ask(
                "sandbox/exec",
                "{'sessionId':'a','execId':'e','output':'stream','command':'head -c 1500000 /dev/zero | tr \\\"\\\\0\\\" x'}");
        long owed = 0;
        long most = 0;
        long total = 0;
        while (total < 1_500_000) {
            JsonObject chunk = two.await("{'method':'sandbox/exec/output','params':{'execId':'e'}}");
            int length =
                    chunk.getAsJsonObject("params").get("text").getAsString().length();
            owed += length;
            total += length;
            most = Math.max(most, owed);
            if (owed >= 100_000) {
                two.tell("sandbox/session/ack", "{'sessionId':'a','bytes':" + owed + "}");
                owed = 0;
            }
        }
        // A piece of output, which is no longer than a pipe, is not cut in two.
        assertThat(most).isLessThan(100_000 + 2 * 65_536);
        one.expect(one.answer(call), "{'result':{'exitCode':0,'stdoutBytes':1500000}}");
    }
}
