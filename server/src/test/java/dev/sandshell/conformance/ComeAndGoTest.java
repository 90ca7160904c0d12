package dev.sandshell.conformance;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions that end take nothing along that belongs to others, not even a shell that is just being born. */
@Timeout(90)
final class ComeAndGoTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final int ROUNDS = 30;
    private static final int AT_ONCE = 4;

    @Test
    void someEndWhileOthersBegin() throws Exception {
        Conversation talk = Conversation.begin(HOST.inProcess());
        for (int round = 0; round <= ROUNDS; round++) {
            List<Integer> deleted = new ArrayList<>();
            List<Integer> created = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                created.add(talk.ask("sandbox/session/create", "{'sessionId':'s" + round + "-" + i + "'}"));
                deleted.add(talk.ask("sandbox/session/delete", "{'sessionId':'s" + (round - 1) + "-" + i + "'}"));
            }
            for (int id : created) {
                talk.expect(talk.answer(id), "{'result':{'session':{'state':'idle','restarts':0}}}");
            }
            for (int id : deleted) {
                talk.expect(talk.answer(id), "{'result':{'existed':" + (round > 0) + "}}");
            }
        }
        for (int i = 0; i < AT_ONCE; i++) {
            talk.expect(
                    talk.call("sandbox/exec", "{'sessionId':'s" + ROUNDS + "-" + i + "','command':'echo hi'}"),
                    "{'exitCode':0,'stdout':'hi\\n','shellExited':false,'stateRestored':false}");
        }
    }
}
