package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What terminals are sent is each client's own. */
@Timeout(90)
final class TerminalTextTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final String WITH_TERMINALS =
            "{'processId':null,'capabilities':{},'initializationOptions':{'terminalText':true}}";

    private static JsonObject withoutTerminalText(JsonObject message) {
        JsonObject copy = message.deepCopy();
        copy.getAsJsonObject("params").remove("terminalText");
        return copy;
    }

    @Test
    void ofTwoClientsOnlyTheOneThatHasAskedIsToldAndOfNothingElse() throws Exception {
        Conversation one = Conversation.begin(HOST.inProcess("quiet"));
        Conversation two = Conversation.begin(HOST.joining(one.client()), WITH_TERMINALS);
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        two.call("sandbox/session/attach", "{'sessionId':'a'}");
        one.ask("sandbox/exec", "{'sessionId':'a','execId':'e','command':'echo out'}");
        for (String kind : new String[] {"started", "output", "exited", "closed"}) {
            String event = "{'method':'sandbox/exec/" + kind + "','params':{'execId':'e'}}";
            JsonObject plain = one.await(event);
            JsonObject worded = two.await(event);
            assertThat(plain.getAsJsonObject("params").has("terminalText")).isFalse();
            assertThat(worded.getAsJsonObject("params").has("terminalText")).isEqualTo(!kind.equals("closed"));
            assertThat(withoutTerminalText(worded)).isEqualTo(plain);
        }
    }

    @Test
    void aPromptIsTakenOffAScreenOfTheSizeThatTheSessionHasThen() throws Exception {
        Conversation talk = Conversation.begin(HOST.inProcess("prompt"), WITH_TERMINALS);
        talk.call("sandbox/session/create", "{'sessionId':'a','shell':'zsh','size':{'rows':24,'cols':40}}");
        talk.call("sandbox/session/input", "{'sessionId':'a','text':'" + "x".repeat(59) + "Z'}");
        talk.await("{'method':'sandbox/exec/output','params':{'execId':null,'text':'~Z~'}}");
        String started = "{'method':'sandbox/exec/started','params':{'execId':'%s','terminalText':'~^\\\\r.\\\\[%s~'}}";
        talk.ask("sandbox/exec", "{'sessionId':'a','execId':'e','command':'true'}");
        talk.await(started.formatted("e", "1A"));
        talk.call("sandbox/session/resize", "{'sessionId':'a','size':{'rows':24,'cols':200}}");
        talk.ask("sandbox/exec", "{'sessionId':'a','execId':'f','command':'true'}");
        talk.await(started.formatted("f", "J"));
    }

    @Test
    void whoComesBackGoesOnWithThePromptThatItHasShown() throws Exception {
        Conversation one = Conversation.begin(HOST.inProcess("prompt"));
        one.call("sandbox/session/create", "{'sessionId':'a','shell':'zsh'}");
        one.call("sandbox/session/input", "{'sessionId':'a','text':'halfZ'}");
        JsonObject last = one.await("{'method':'sandbox/exec/output','params':{'execId':null,'text':'~Z~'}}");
        String seq = last.getAsJsonObject("params").get("seq").getAsString();
        Conversation two = Conversation.begin(HOST.joining(one.client()), WITH_TERMINALS);
        two.call("sandbox/session/attach", "{'sessionId':'a','afterSeq':" + seq + "}");
        two.ask("sandbox/exec", "{'sessionId':'a','execId':'e','command':'true'}");
        two.await("{'method':'sandbox/exec/started','params':{'execId':'e','terminalText':'~^\\\\r.\\\\[J~'}}");
        two.await("{'method':'sandbox/exec/exited','params':{'execId':'e','terminalText':'~Z$~'}}");
        assertThat(two.come("{'method':'sandbox/exec/output'}")).isEmpty();
    }
}
