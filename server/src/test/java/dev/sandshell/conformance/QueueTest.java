package dev.sandshell.conformance;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls that wait: how many, in which order, and what comes of the one that is too many. */
@Timeout(90)
final class QueueTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    @Test
    void theCallAfterSixtyFourWaitingOnesIsRefusedAndTheOthersRunInOrder() throws Exception {
        Conversation talk = Conversation.begin(HOST.inProcess());
        talk.call("sandbox/session/create", "{'sessionId':'a','cwd':'" + HOST.scratch() + "'}");
        talk.call("sandbox/session/create", "{'sessionId':'b','cwd':'" + HOST.scratch() + "'}");
        talk.exec("a", "mkfifo gate", "{'exitCode':0}");
        int running = talk.ask("sandbox/exec", "{'sessionId':'a','command':'read -r x <gate'}");
        List<Integer> waiting = new ArrayList<>();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 64; i++) {
            waiting.add(talk.ask("sandbox/exec", "{'sessionId':'a','command':'echo " + i + " >>order'}"));
            expected.append(i).append("\\n");
        }
        int tooMany = talk.ask("sandbox/exec", "{'sessionId':'a','command':'echo never >>order'}");
        talk.expect(talk.answer(tooMany), "{'error':{'code':-32803,'data':{'code':'QUEUE_FULL'}}}");
        talk.expect(talk.call("sandbox/session/get", "{'sessionId':'a'}"), "{'session':{'state':'busy','queued':64}}");
        talk.exec("b", "echo go >gate", "{'exitCode':0}");
        talk.expect(talk.answer(running), "{'result':{'exitCode':0}}");
        for (int id : waiting) {
            talk.expect(talk.answer(id), "{'result':{'exitCode':0}}");
        }
        talk.exec("a", "cat order", "{'stdout':'" + expected + "'}");
    }
}
