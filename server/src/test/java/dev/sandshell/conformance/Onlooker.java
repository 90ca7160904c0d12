package dev.sandshell.conformance;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * One of many clients of a session: it attaches, watches one command to its end, and keeps of all that no more than what it
 * takes to compare it with what others were told. A thread of its own reads; any thread may ask.
 */
final class Onlooker implements AutoCloseable {
    /**
     * What it was told of the events of the session.
     *
     * @param events how many there were
     * @param order a hash of them as they came, byte for byte
     * @param bytes how long each stream was
     * @param text a hash of each stream
     */
    record Seen(int events, String order, Map<String, Long> bytes, Map<String, String> text) {}

    private final InProcessServer server;
    private final String lastExecId;
    private final Thread reader = new Thread(this::read, "onlooker");
    private final CompletableFuture<Void> attached = new CompletableFuture<>();
    private final CompletableFuture<Seen> seen = new CompletableFuture<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private Onlooker(InProcessServer server, String lastExecId) {
        this.server = server;
        this.lastExecId = lastExecId;
    }

    /** A client of this session until that command is closed. */
    static Onlooker begin(InProcessServer server, String sessionId, String lastExecId) throws IOException {
        Onlooker onlooker = new Onlooker(server, lastExecId);
        onlooker.send("{'id':1,'method':'initialize','params':{'processId':null,'capabilities':{}}}");
        onlooker.send("{'method':'initialized','params':{}}");
        onlooker.send(
                "{'id':2,'method':'sandbox/session/attach','params':{'sessionId':'" + sessionId + "','afterSeq':0}}");
        onlooker.reader.setDaemon(true);
        onlooker.reader.start();
        return onlooker;
    }

    private void send(String message) throws IOException {
        JsonObject whole = Conversation.json(message).getAsJsonObject();
        whole.addProperty("jsonrpc", "2.0");
        server.input().write(Frames.framed(whole.toString()));
        server.input().flush();
    }

    /** Completes once it is attached. */
    CompletableFuture<Void> attached() {
        return attached;
    }

    /** Completes once the command is closed. */
    CompletableFuture<Seen> seen() {
        return seen;
    }

    /** It reads no further message until {@link #resume}. */
    void pause() {
        gate = new CountDownLatch(1);
    }

    void resume() {
        gate.countDown();
    }

    private void read() {
        try (BufferedInputStream in = new BufferedInputStream(server.output())) {
            Tally tally = new Tally();
            byte[] body;
            while (!seen.isDone() && (body = Frames.read(in)) != null) {
                take(
                        JsonParser.parseString(new String(body, StandardCharsets.UTF_8))
                                .getAsJsonObject(),
                        body,
                        tally);
                gate.await();
            }
            IOException end = new IOException("the stream has ended");
            attached.completeExceptionally(end);
            seen.completeExceptionally(end);
        } catch (IOException | RuntimeException e) {
            attached.completeExceptionally(e);
            seen.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(JsonObject message, byte[] body, Tally tally) {
        if (message.has("error")) {
            throw new IllegalStateException("an error: " + message);
        }
        if (message.has("id") && message.get("id").getAsInt() == 2) {
            attached.complete(null);
        }
        if (!message.has("method") || !message.get("method").getAsString().startsWith("sandbox/exec/")) {
            return;
        }
        JsonObject params = message.getAsJsonObject("params");
        tally.add(body, params);
        if (message.get("method").getAsString().equals("sandbox/exec/closed")
                && params.get("execId").getAsString().equals(lastExecId)) {
            seen.complete(tally.sum());
        }
    }

    private static final class Tally {
        private final Hasher order = Hashing.sha256().newHasher();
        private final Map<String, Hasher> texts = new HashMap<>();
        private final Map<String, Long> bytes = new TreeMap<>();
        private int events;

        void add(byte[] body, JsonObject params) {
            events++;
            order.putBytes(body);
            if (params.has("stream")) {
                String stream = params.get("stream").getAsString();
                byte[] text = params.get("text").getAsString().getBytes(StandardCharsets.UTF_8);
                long before = bytes.getOrDefault(stream, 0L);
                if (params.get("offset").getAsLong() != before) {
                    throw new IllegalStateException("after " + before + " bytes came " + params.get("offset"));
                }
                bytes.put(stream, before + text.length);
                texts.computeIfAbsent(stream, any -> Hashing.sha256().newHasher())
                        .putBytes(text);
            }
        }

        Seen sum() {
            Map<String, String> hashes = new TreeMap<>();
            texts.forEach((stream, hasher) -> hashes.put(stream, hasher.hash().toString()));
            return new Seen(events, order.hash().toString(), bytes, hashes);
        }
    }

    @Override
    public void close() throws IOException {
        resume();
        server.close();
    }
}
