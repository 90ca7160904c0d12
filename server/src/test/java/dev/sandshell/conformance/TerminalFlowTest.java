package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A client with credit and a real terminal: what it does not acknowledge has whoever prints there wait, and what it
 * acknowledges lets it go on, with nothing lost.
 */
@Timeout(90)
final class TerminalFlowTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final String WITH_CREDIT =
            "{'processId':null,'capabilities':{},'initializationOptions':{'flowControl':true}}";

    /** What the terminal shows outside of any command. */
    private static final String OUTSIDE =
            "{'method':'sandbox/exec/output','params':{'sessionId':'a','execId':null,'stream':'terminal'}}";

    private static final int HIGH_MARK = 100_000;

    /** From here on the terminal may be waiting: what the shell's prompt has printed counts too. */
    private static final int NEARLY_FULL = HIGH_MARK - 1_000;

    /** A piece of output, which is no longer than a pipe, is not cut in two; and one more may be on its way. */
    private static final int BOUND = HIGH_MARK + 2 * 65_536;

    private static final int LINES = 60_000;

    /** How often the server shows that it is awake, while it is to send nothing. */
    private static final int SIGNS_OF_LIFE = 30;

    /** Who watches a session's terminal, and says what it has seen of it. */
    private static final class Person {
        final StringBuilder shown = new StringBuilder();
        final Conversation talk;

        /** Bytes, which here are characters, that were sent and not acknowledged. */
        private int owed;

        Person(WireClient client) {
            talk = Conversation.begin(client, WITH_CREDIT);
            talk.call("sandbox/session/create", "{'sessionId':'a','shell':'bash'}");
            talk.call("sandbox/session/create", "{'sessionId':'b','shell':'bash'}");
        }

        void take(JsonObject message) {
            String text = message.getAsJsonObject("params").get("text").getAsString();
            shown.append(text);
            owed += text.length();
        }

        void takeUntil(String output, BooleanSupplier isEnough) {
            while (!isEnough.getAsBoolean()) {
                take(talk.await(output));
                assertThat(owed).isLessThan(BOUND);
            }
        }

        /** Everything that comes for a while in which the server answers others. */
        void takeWhatComes(String output) {
            for (int i = 0; i < SIGNS_OF_LIFE; i++) {
                talk.exec("b", ":", "{'exitCode':0}");
            }
            talk.come(output).forEach(this::take);
            assertThat(owed).isLessThan(BOUND);
        }

        void acknowledge() {
            talk.tell("sandbox/session/ack", "{'sessionId':'a','bytes':" + owed + "}");
            owed = 0;
        }

        /** Stops again and again, and in the end everything has come. */
        void takeInSteps(String output, String end) {
            int stops = 0;
            while (shown.indexOf(end) < 0) {
                takeUntil(output, () -> owed >= NEARLY_FULL || shown.indexOf(end) >= 0);
                if (owed >= NEARLY_FULL) {
                    stops++;
                    takeWhatComes(output);
                }
                acknowledge();
            }
            assertThat(stops).isGreaterThanOrEqualTo(2);
        }

        void type(String keys) {
            JsonObject params = new JsonObject();
            params.addProperty("sessionId", "a");
            params.addProperty("text", keys);
            talk.call("sandbox/session/input", params.toString());
        }
    }

    private static String lines() {
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= LINES; i++) {
            all.append(i).append("\r\n");
        }
        return all.toString();
    }

    @Test
    void aCommandOnTheTerminalWaits() throws Exception {
        Person person = new Person(HOST.inProcess());
        int call = person.talk.ask(
                "sandbox/exec",
                "{'sessionId':'a','execId':'e','tty':true,'output':'stream','command':'seq 1 " + LINES
                        + "; echo end'}");
        person.takeInSteps("{'method':'sandbox/exec/output','params':{'execId':'e','stream':'terminal'}}", "end\r\n");
        person.talk.expect(person.talk.answer(call), "{'result':{'exitCode':0}}");
        assertThat(person.shown).hasToString(lines() + "end\r\n");
    }

    @Test
    void aJobThatPrintsOutsideOfAnyCommandWaits() throws Exception {
        Person person = new Person(HOST.inProcess("quiet"));
        person.talk.exec("a", "(seq 1 " + LINES + "; echo end) >/dev/tty & :", "{'exitCode':0}");
        person.takeInSteps(OUTSIDE, "end\r\n");
        assertThat(person.shown).hasToString(lines() + "end\r\n");
    }

    @Test
    void whatAPersonHasStartedAtThePromptWaitsAndStillHearsTheirKeys() throws Exception {
        Person person = new Person(HOST.inProcess("prompt"));
        person.type("seq 1 " + LINES + "; echo e''nd\r");
        person.takeInSteps(OUTSIDE, "\nend\r\n");
        assertThat(person.shown.toString()).contains(lines() + "end\r\n");
        person.type("yes; echo \"<$?>\"\r");
        person.takeUntil(OUTSIDE, () -> person.owed >= NEARLY_FULL);
        person.takeWhatComes(OUTSIDE);
        person.type("\003");
        person.takeWhatComes(OUTSIDE);
        person.acknowledge();
        // bash itself forgets the rest of the line.
        person.type("echo \"o\"n\r");
        while (person.shown.indexOf("on\r\n") < 0) {
            person.take(person.talk.await(OUTSIDE));
            person.acknowledge();
        }
    }
}
