package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.sandshell.Installed;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A person types at the prompt of a shell while a tool calls in it, both as fast as they like: neither loses anything to
 * the other. What is typed and when is random; a failure says the seed, which the system property {@code fireSeed} sets.
 */
@Timeout(90)
final class PromptUnderFireTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final long SEED = Long.getLong("fireSeed", System.nanoTime());

    /** What the person types, or as many as the system property says. */
    private static final int TYPED = Integer.getInteger("fireCommands", 40);

    private static final int INTERRUPTS = 40;

    /** By which the marks of a turn are known. */
    private static final String MARK = "5379";

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void whatIsTypedAndWhatIsCalledAllRunsOnce(String shell) throws Exception {
        Installed.require(shell);
        Conversation tool = Conversation.begin(HOST.inProcess());
        tool.call("sandbox/session/create", "{'sessionId':'a','shell':'" + shell + "'}");
        Conversation seat = Conversation.begin(HOST.joining(tool.client()));
        seat.call("sandbox/session/attach", "{'sessionId':'a'}");
        Typist person = new Typist(seat, "a", new Random(SEED));
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> calls = CompletableFuture.runAsync(() -> callUntil(tool, isOver));
        try {
            typeAll(person);
        } catch (AssertionError e) {
            throw new AssertionError(
                    "with -DfireSeed=" + SEED + ": " + e.getMessage() + "\n---- the screen\n"
                            + Visible.tail(person.screen()),
                    e);
        } finally {
            isOver.set(true);
        }
        join(calls);
        for (int i = 0; i < TYPED; i++) {
            assertThat(person.screen()).as("-DfireSeed=%s", SEED).containsOnlyOnce(output(i));
        }
        assertThat(person.screen()).as("-DfireSeed=%s", SEED).doesNotContain(MARK);
    }

    private static void join(CompletableFuture<Void> calls) {
        try {
            calls.join();
        } catch (CompletionException e) {
            throw new AssertionError("with -DfireSeed=" + SEED + ": " + e.getMessage(), e);
        }
    }

    private static void typeAll(Typist person) {
        for (int i = 0; i < TYPED; i++) {
            person.type(command(i) + "\r");
            if (i % 5 == 3) {
                person.see("ASK" + i);
                person.type(i + "\r");
            }
            person.see(output(i));
            person.pause();
        }
    }

    /** Its output is not to be found in how it looks when it is typed. */
    private static String command(int i) {
        String echo = "echo \"T" + i + "=\"$((1000+" + i + "))";
        return switch (i % 5) {
            case 2 -> "sleep 0.0" + i % 7 + "; " + echo;
            case 3 -> "echo \"A\"SK" + i + "; read x; echo \"T" + i + "=\"$((1000+$x))";
            case 4 -> "precmd_functions=(); unset PROMPT_COMMAND; " + echo;
            default -> echo;
        };
    }

    private static String output(int i) {
        return "T" + i + "=" + (1000 + i);
    }

    private static void callUntil(Conversation tool, AtomicBoolean isOver) {
        Random random = new Random(~SEED);
        for (int i = 0; !isOver.get(); i++) {
            int status = random.nextInt(5);
            tool.exec(
                    "a",
                    "echo E" + i + "; (exit " + status + ")",
                    "{'stdout':'E" + i + "\\n','stderr':'','exitCode':" + status + ",'shellExited':false}");
            // What it is told of besides is nothing to it.
            tool.come("{}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void anInterruptRightAfterTheFirstOutputEndsTheCommandAlone(String shell) throws Exception {
        Installed.require(shell);
        Conversation talk = Conversation.begin(HOST.inProcess());
        talk.call("sandbox/session/create", "{'sessionId':'a','shell':'" + shell + "'}");
        for (int i = 0; i < INTERRUPTS; i++) {
            String which = "{'execId':'e" + i + "'}";
            int call = talk.ask(
                    "sandbox/exec",
                    "{'sessionId':'a','execId':'e" + i + "','command':'echo begun; sleep 1000','timeoutMs':10000}");
            talk.await("{'method':'sandbox/exec/output','params':" + which + "}");
            talk.call("sandbox/exec/interrupt", which);
            JsonObject answer = talk.answer(call);
            talk.expect(answer, "{'result':{'exitCode':130,'timedOut':false,'shellExited':false}}");
            talk.come("{}");
        }
        talk.exec("a", "echo on", "{'stdout':'on\\n'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep 1000 | cat", "(sleep 1000)", "( (sleep 1000; echo no) )", "(while :; do :; done)"})
    void anInterruptAtAnyMomentOfItsBeginningLeavesNothingOfACommand(String command) throws Exception {
        Random random = new Random(SEED);
        Conversation talk = Conversation.begin(HOST.inProcess());
        talk.call("sandbox/session/create", "{'sessionId':'a','shell':'bash'}");
        for (int i = 0; i < INTERRUPTS; i++) {
            String which = "{'execId':'e" + i + "'}";
            int call = talk.ask(
                    "sandbox/exec",
                    "{'sessionId':'a','execId':'e" + i + "','command':'" + command + "','timeoutMs':10000}");
            talk.await("{'method':'sandbox/exec/started','params':" + which + "}");
            long moment = System.nanoTime() + random.nextInt(6_000_000);
            while (System.nanoTime() < moment) {
                Thread.onSpinWait();
            }
            talk.call("sandbox/exec/interrupt", which);
            talk.expect(talk.answer(call), "{'result':{'timedOut':false,'shellExited':false,'stdout':''}}");
            talk.await("{'method':'sandbox/exec/closed','params':" + which + "}");
            talk.exec("a", "jobs -s", "{'stdout':''}");
        }
    }
}
