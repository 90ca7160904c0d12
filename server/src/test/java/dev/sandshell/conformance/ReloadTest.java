package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients of one server during a firehose: who goes and comes back, or stands still, is told all of it in the end. */
@Timeout(300)
final class ReloadTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final String FIREHOSE = "{'sessionId':'a','execId':'flood','output':'stream',"
            + "'command':'yes \"0123456789 äöü \\ud83d\\ude00 abcdefghijklmnopqrstuvwxyz\" | head -c 30000000'}";

    private static final long SOME = 5_000_000;

    private final List<Onlooker> onlookers = new ArrayList<>();

    @AfterEach
    void allGo() throws Exception {
        for (Onlooker onlooker : onlookers) {
            onlooker.close();
        }
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(HOST.deadline().remainingNanos(), TimeUnit.NANOSECONDS);
    }

    private Onlooker join(Onlooker onlooker) throws Exception {
        onlookers.add(onlooker);
        get(onlooker.attached());
        return onlooker;
    }

    private static InProcessServer another(Conversation one) throws Exception {
        return ((InProcessServer) one.client().server()).another();
    }

    /** The firehose runs, and whoever has turned it on does not look. */
    private static int flood(Conversation one) {
        int flood = one.ask("sandbox/exec", FIREHOSE);
        one.call("sandbox/session/detach", "{'sessionId':'a'}");
        return flood;
    }

    private static void end(Conversation one, int flood) {
        one.expect(one.answer(flood), "{'result':{'exitCode':0,'stdoutBytes':30000000}}");
        one.call("sandbox/exec", "{'sessionId':'a','execId':'last','command':'true'}");
    }

    @Test
    void whoReloadsInTheMidstIsToldEachByteOnce() throws Exception {
        Conversation one = Conversation.begin(HOST.inSharedProcess());
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        Onlooker fast = join(Onlooker.begin(another(one), "a", "last"));
        Onlooker reloading = join(Onlooker.beginAndStop(another(one), "a", "last", SOME));
        int flood = flood(one);
        get(reloading.enough());
        Onlooker back = join(reloading.comeBack(another(one), "a"));
        end(one, flood);
        assertThat(get(back.seen())).isEqualTo(get(fast.seen()));
    }

    @Test
    void whoComesBackAfterwardsIsToldTheRest() throws Exception {
        Conversation one = Conversation.begin(HOST.inSharedProcess());
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        Onlooker fast = join(Onlooker.begin(another(one), "a", "last"));
        Onlooker going = join(Onlooker.beginAndStop(another(one), "a", "last", SOME));
        int flood = flood(one);
        get(going.enough());
        InProcessServer again = another(one);
        end(one, flood);
        Onlooker.Seen all = get(fast.seen());
        assertThat(get(join(going.comeBack(again, "a")).seen())).isEqualTo(all);
        File[] named = HOST.stateFolder().resolve("overflow").toFile().listFiles();
        assertThat(named).as("the file has no name").isEmpty();
    }

    @Test
    void whoStandsStillHoldsNobodyUp() throws Exception {
        Conversation one = Conversation.begin(HOST.inSharedProcess());
        one.call("sandbox/session/create", "{'sessionId':'a'}");
        Onlooker fast = join(Onlooker.begin(another(one), "a", "last"));
        Onlooker stalled = join(Onlooker.beginAndStop(another(one), "a", "last", 1));
        int flood = flood(one);
        get(stalled.enough());
        end(one, flood);
        Onlooker.Seen all = get(fast.seen());
        assertThat(stalled.events()).isEqualTo(1);
        assertThat(stalled.seen()).isNotDone();
        stalled.resume();
        assertThat(get(stalled.seen())).isEqualTo(all);
    }
}
