package dev.sandshell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Output that is more than a transcript can hold: read piece by piece, or by a client that stops reading. */
@Timeout(90)
final class OutputTest {
    @RegisterExtension
    static final LeavesNothingBehind HOST = new LeavesNothingBehind();

    @Test
    void readingOnAfterTheCursorMissesAndRepeatsNothing() throws Exception {
        Conversation talk = Conversation.begin(HOST.inProcess());
        talk.call(
                "sandbox/exec",
                "{'execId':'e','background':true,'command':'i=0; while [ $i -lt 3000 ]; do i=$((i+1)); echo $i; done'}");
        StringBuilder text = new StringBuilder();
        long afterSeq = 0;
        boolean isClosed = false;
        while (!isClosed) {
            JsonObject read = talk.call(
                    "sandbox/exec/read", "{'execId':'e','maxBytes':500,'waitMs':20000,'afterSeq':" + afterSeq + "}");
            talk.expect(read, "{'truncated':false}");
            for (JsonElement chunk : read.getAsJsonArray("chunks")) {
                assertThat(chunk.getAsJsonObject().get("offset").getAsLong()).isEqualTo(text.length());
                text.append(chunk.getAsJsonObject().get("text").getAsString());
            }
            afterSeq = read.get("nextSeq").getAsLong() - 1;
            isClosed = read.get("closed").getAsBoolean();
        }
        StringBuilder expected = new StringBuilder();
        for (int i = 1; i <= 3000; i++) {
            expected.append(i).append('\n');
        }
        assertThat(text.toString()).isEqualTo(expected.toString());
    }

    @Test
    void tenMegabytesGoInAndOutAsOneLine() throws Exception {
        Conversation talk = Conversation.begin(HOST.inProcess());
        StringBuilder line = new StringBuilder();
        Random random = new Random(7);
        while (line.length() < 5_000_000) {
            // From one byte to four each, two for each char, so that pieces end within characters.
            line.appendCodePoint("aé€😀".codePointAt(random.nextInt(4)));
        }
        JsonObject params = new JsonObject();
        params.addProperty("execId", "e");
        params.addProperty("command", "cat");
        params.addProperty("stdin", line.toString());
        params.addProperty("outputBytesCap", 16 << 20);
        int bytes = line.toString().getBytes(StandardCharsets.UTF_8).length;
        int id = talk.ask("sandbox/exec", params.toString());

        StringBuilder streamed = new StringBuilder();
        JsonObject message = next(talk);
        while (!message.has("id")) {
            JsonObject told = message.getAsJsonObject("params");
            if (message.get("method").getAsString().equals("sandbox/exec/output")
                    && told.get("stream").getAsString().equals("stdout")) {
                streamed.append(told.get("text").getAsString());
            }
            message = next(talk);
        }
        talk.expect(
                message,
                "{'id':" + id + ",'result':{'exitCode':0,'stdoutBytes':" + bytes + ",'stdoutTruncated':false}}");
        String collected = message.getAsJsonObject("result").get("stdout").getAsString();
        assertThat(collected.contentEquals(line)).as("collected").isTrue();
        assertThat(collected.contentEquals(streamed)).as("streamed").isTrue();
    }

    private static JsonObject next(Conversation talk) {
        JsonObject message = talk.client().take();
        if (message == null) {
            throw talk.client().failure("the stream ended before the answer");
        }
        return message;
    }

    @Test
    void aClientThatStopsReadingStopsTheCommandAndLosesNothing() throws Exception {
        Conversation talk = Conversation.begin(HOST.inProcess());
        stopsReadingAndLosesNothing(talk, HOST.scratch(), HOST.deadline(), 300_000);
    }

    /** Pauses in a flood until the writing process is blocked, then counts every byte. */
    static void stopsReadingAndLosesNothing(Conversation talk, Path scratch, Deadline deadline, int lines)
            throws IOException {
        String pid = scratch + "/pid";
        int id = talk.ask(
                "sandbox/exec",
                "{'execId':'e','output':'stream','command':\"sh -c 'echo $$ >" + pid + ".new; mv " + pid + ".new " + pid
                        + "; exec yes'| head -c " + 64L * lines + "\"}");
        talk.await("{'method':'sandbox/exec/output','params':{'execId':'e'}}");
        talk.client().pauseReading();
        awaitBlockedWriting(Path.of(pid), deadline);
        talk.client().resumeReading();
        JsonObject answer = talk.answer(id);
        talk.expect(answer, "{'result':{'exitCode':0,'timedOut':false,'stdoutBytes':" + 64L * lines + "}}");
        assertThat(talk.client().invariants().bytesOf("e", "stdout")).isEqualTo(64L * lines);
    }

    /** Waits until a process sits in write(2), as the kernel tells, and makes no headway. */
    private static void awaitBlockedWriting(Path pidFile, Deadline deadline) throws IOException {
        Path process = Path.of("/proc", Files.readString(pidFile).strip());
        String before = "";
        int unchanged = 0;
        while (unchanged < 1_000 || !Files.readString(process.resolve("stat")).contains(") S ")) {
            assertThat(deadline.isOver())
                    .as("the writer never blocked; " + before)
                    .isFalse();
            String now = Files.readString(process.resolve("io"));
            unchanged = now.equals(before) ? unchanged + 1 : 0;
            before = now;
            Thread.onSpinWait();
        }
    }

    @Test
    void waitsUntilSomethingListensOnAPort() throws Exception {
        Conversation talk = Conversation.begin(HOST.inProcess());
        talk.call("sandbox/exec", "{'execId':'e','background':true,'command':'sleep 1000'}");
        int port;
        try (ServerSocket reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = reserved.getLocalPort();
        }
        talk.expect(
                talk.answer(
                        talk.ask("sandbox/exec/wait", "{'execId':'e','until':{'port':" + port + "},'timeoutMs':100}")),
                "{'error':{'code':-32803,'data':{'code':'WAIT_TIMEOUT'}}}");
        int wait = talk.ask("sandbox/exec/wait", "{'execId':'e','until':{'port':" + port + "}}");
        try (ServerSocket listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(listening.getLocalPort()).isEqualTo(port);
            talk.expect(talk.answer(wait), "{'result':{'met':true}}");
        }
    }
}
