package dev.sandshell.conformance;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client can make the server keep much only where the protocol says so; a small heap would tell. */
@Timeout(90)
final class SmallHeapIT {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    private static final int MEGABYTE = 1 << 20;
    private static final int SESSIONS = 4;

    /** How the launcher and the plug-ins have it. */
    private static final List<String> LAUNCHERS = List.of("-XX:+UseSerialGC", "-Xms24m", "-Xmn12m", "-Xmx160m");

    private static Conversation small() throws Exception {
        return Conversation.begin(HOST.client(HOST.startJar(List.of("-Xmx40m"), List.of())));
    }

    @Test
    void aHeaderLineOfAHundredMegabytesIsNotKept() throws Exception {
        Conversation talk = small();
        sendMegabytes(talk, 100);
        talk.client().sendBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        talk.await("{'id':null,'error':{'code':-32700}}");
        talk.expect(talk.call("sandbox/session/list", "{}"), "{'sessions':[]}");
    }

    @Test
    void aMessageOverTheLimitIsReadPast() throws Exception {
        Conversation talk = small();
        talk.client().sendBytes(("Content-Length: " + 100 * MEGABYTE + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        sendMegabytes(talk, 100);
        talk.await("{'id':null,'error':{'code':-32700,'message':'~limit~'}}");
        talk.expect(talk.call("sandbox/session/list", "{}"), "{'sessions':[]}");
    }

    @Test
    void aClientThatStopsReadingFillsNoMemory() throws Exception {
        OutputTest.stopsReadingAndLosesNothing(small(), HOST.scratch(), HOST.deadline(), MEGABYTE);
    }

    @Test
    void aClientThatCallsAndNeverReadsFillsNoMemory() throws Exception {
        JarServer server = HOST.startJar(List.of("-Xmx40m"), List.of());
        Conversation talk = Conversation.begin(HOST.client(server));
        Path large = Files.writeString(HOST.scratch().resolve("large"), "x".repeat(MEGABYTE));
        for (int i = 0; i < SESSIONS; i++) {
            talk.call("sandbox/session/create", "{'sessionId':'s" + i + "'}");
            talk.client().invariants().allowGaps("s" + i);
        }
        talk.client().pauseReading();
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < 25 * SESSIONS; i++) {
            asked.add(talk.ask(
                    "sandbox/exec",
                    "{'sessionId':'s" + i % SESSIONS + "','output':'collect','command':'cat " + large + "'}"));
        }
        awaitStandstill(server);
        talk.client().resumeReading();
        for (int id : asked) {
            talk.expect(
                    talk.answer(id),
                    "{'result':{'exitCode':0,'stdoutBytes':" + MEGABYTE + ",'stdoutTruncated':false}}");
        }
    }

    @Test
    void resultsThatWereToldAreNotKept() throws Exception {
        Conversation talk = small();
        talk.client().invariants().allowGaps("default");
        Path large = Files.writeString(HOST.scratch().resolve("large"), "x".repeat(MEGABYTE));
        for (int i = 0; i < 80; i++) {
            talk.expect(
                    talk.call("sandbox/exec", "{'output':'collect','command':'cat " + large + "'}"),
                    "{'exitCode':0,'stdoutBytes':" + MEGABYTE + ",'stdoutTruncated':false}");
        }
    }

    @Test
    void manyWhoWaitForOneResultShareIt() throws Exception {
        Conversation talk = small();
        talk.client().invariants().allowGaps("default");
        talk.call(
                "sandbox/exec",
                "{'execId':'e','background':true,'openStdin':true,'output':'collect',"
                        + "'command':'read -r go; head -c " + MEGABYTE + " /dev/zero | tr \\\\0 x'}");
        List<Integer> waits = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            waits.add(talk.ask("sandbox/exec/wait", "{'execId':'e','until':{'exit':true}}"));
        }
        talk.call("sandbox/exec/write", "{'execId':'e','text':'go\\n'}");
        for (int wait : waits) {
            talk.expect(
                    talk.answer(wait),
                    "{'result':{'met':true,'result':{'stdoutBytes':" + MEGABYTE + ",'stdoutTruncated':false}}}");
        }
    }

    /** Waits until the server does nothing any more. */
    private static void awaitStandstill(JarServer server) throws Exception {
        Path io = Path.of("/proc", Long.toString(server.pid()), "io");
        String before = "";
        int unchanged = 0;
        while (unchanged < 20_000 && !HOST.deadline().isOver()) {
            String now = Files.readString(io);
            unchanged = now.equals(before) ? unchanged + 1 : 0;
            before = now;
        }
    }

    @Test
    void theLargestResultFitsTheHeapThatTheLauncherGives() throws Exception {
        Conversation talk = Conversation.begin(HOST.client(HOST.startJar(LAUNCHERS, List.of())));
        talk.client().invariants().allowGaps("default");
        // One character that is not Latin has the whole text take two bytes for each.
        Path large = Files.writeString(HOST.scratch().resolve("large"), "€" + "x".repeat(16 * MEGABYTE - 3));
        talk.expect(
                talk.call(
                        "sandbox/exec",
                        "{'output':'collect','outputBytesCap':" + 16 * MEGABYTE + ",'command':'cat " + large + "'}"),
                "{'exitCode':0,'stdoutBytes':" + 16 * MEGABYTE + ",'stdoutTruncated':false}");
    }

    @Test
    void whatBecomesSixTimesAsLongInJsonFitsItToo() throws Exception {
        Conversation talk = Conversation.begin(HOST.client(HOST.startJar(LAUNCHERS, List.of())));
        talk.client().invariants().allowGaps("default");
        talk.expect(
                talk.call(
                        "sandbox/exec",
                        "{'output':'collect','outputBytesCap':" + 16 * MEGABYTE + ",'command':'head -c " + 16 * MEGABYTE
                                + " /dev/zero'}"),
                "{'exitCode':0,'stdoutBytes':" + 16 * MEGABYTE + ",'stdoutTruncated':false}");
    }

    @Test
    void theLargestMessagesFitTheHeapThatTheLauncherGives() throws Exception {
        Conversation talk = Conversation.begin(HOST.client(HOST.startJar(LAUNCHERS, List.of())));
        JsonObject params = new JsonObject();
        params.addProperty("command", "wc -c");
        params.addProperty("stdin", "€" + "x".repeat(16 * MEGABYTE - 1_000));
        for (int i = 0; i < 5; i++) {
            talk.expect(talk.call("sandbox/exec", params.toString()), "{'exitCode':0,'stdout':'16776219\\n'}");
        }
    }

    private static void sendMegabytes(Conversation talk, int count) {
        byte[] bytes = new byte[MEGABYTE];
        Arrays.fill(bytes, (byte) 'x');
        for (int i = 0; i < count; i++) {
            talk.client().sendBytes(bytes);
        }
    }
}
