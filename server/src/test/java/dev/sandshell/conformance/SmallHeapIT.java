package dev.sandshell.conformance;

import java.nio.charset.StandardCharsets;
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

    private static void sendMegabytes(Conversation talk, int count) {
        byte[] bytes = new byte[MEGABYTE];
        Arrays.fill(bytes, (byte) 'x');
        for (int i = 0; i < count; i++) {
            talk.client().sendBytes(bytes);
        }
    }
}
