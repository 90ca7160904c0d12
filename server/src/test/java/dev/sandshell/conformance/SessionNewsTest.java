package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client learns of the sessions that another one makes and ends, without asking. */
@Timeout(120)
final class SessionNewsTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static String changed(String sessionId, String state) {
        return "{'method':'sandbox/session/changed','params':{'session':{'sessionId':'" + sessionId + "','state':'"
                + state + "'}}}";
    }

    @Test
    void ofSessionsThatAnotherMakesAndEnds() throws Exception {
        Conversation one = Conversation.begin(HOST.inSharedProcess());
        try (InProcessServer line = ((InProcessServer) one.client().server()).another()) {
            Conversation other = Conversation.begin(HOST.client(line));
            // Answered after it has been said hello to.
            other.call("sandbox/session/list", "{}");

            one.call("sandbox/session/create", "{'sessionId':'made','name':'Made'}");
            JsonObject made = other.await(changed("made", "idle"));
            other.expect(made, "{'params':{'session':{'name':'Made','attachedClients':1}}}");
            one.call("sandbox/exec", "{'command':'true'}");
            other.await(changed("default", "idle"));
            one.call("sandbox/session/fork", "{'sessionId':'made','newSessionId':'forked'}");
            other.await(changed("forked", "idle"));
            String snapshot = one.call("sandbox/session/snapshot", "{'sessionId':'made'}")
                    .get("snapshot")
                    .getAsString();
            one.call("sandbox/session/restore", "{'sessionId':'restored','snapshot':'" + snapshot + "'}");
            other.await(changed("restored", "idle"));

            // Of what becomes of them only who is attached is told.
            one.call("sandbox/session/reset", "{'sessionId':'made'}");
            other.call("sandbox/session/delete", "{'sessionId':'made'}");
            other.await(changed("made", "terminated"));
            one.await(changed("made", "terminated"));
            assertThat(other.come("{'method':'sandbox/session/changed'}")).isEmpty();
            one.call("sandbox/session/delete", "{'sessionId':'forked'}");
            other.await(changed("forked", "terminated"));
            assertThat(one.come(changed("forked", "terminated")))
                    .as("once, who is attached")
                    .hasSize(1);
        }
    }
}
