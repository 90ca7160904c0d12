package dev.sandshell.conformance;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of many clients of a session: it attaches, watches one command to its end, and keeps of all that no more than what it
 * takes to compare it with what others were told. A thread of its own reads; any thread may ask.
 */
final class Onlooker implements AutoCloseable {
    /**
     * What it was told of the events of the session.
     *
     * @param events how many there were
     * @param hash of all of them as they came, byte for byte
     */
    record Seen(int events, String hash) {}

    private static final int HEAD = 100;
    private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");
    private static final String EVENT = "\"method\":\"sandbox/exec/";

    private final InProcessServer server;
    private final String lastExecId;
    private final Hasher hasher;
    private final Thread reader = new Thread(this::read, "onlooker");
    private final CompletableFuture<Void> attached = new CompletableFuture<>();
    private final CompletableFuture<Seen> seen = new CompletableFuture<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final CompletableFuture<Void> enough = new CompletableFuture<>();
    private final AtomicInteger events = new AtomicInteger();
    private volatile boolean gone;
    private long bytes;
    private long mostBytes = Long.MAX_VALUE;
    private volatile long lastSeq;

    private Onlooker(InProcessServer server, String lastExecId, Hasher hasher) {
        this.server = server;
        this.lastExecId = lastExecId;
        this.hasher = hasher;
    }

    /** A client of this session until that command is closed. */
    static Onlooker begin(InProcessServer server, String sessionId, String lastExecId) throws IOException {
        return begin(new Onlooker(server, lastExecId, Hashing.sha256().newHasher()), sessionId);
    }

    /** One that reads no further message once it has been told so much. */
    static Onlooker beginAndStop(InProcessServer server, String sessionId, String lastExecId, long mostBytes)
            throws IOException {
        Onlooker onlooker = new Onlooker(server, lastExecId, Hashing.sha256().newHasher());
        onlooker.mostBytes = mostBytes;
        return begin(onlooker, sessionId);
    }

    /** It goes, without having read what is on its way, and comes back to be told the rest as a client of this server. */
    Onlooker comeBack(InProcessServer again, String sessionId) throws IOException, InterruptedException {
        gone = true;
        resume();
        reader.join();
        server.close();
        Onlooker onlooker = new Onlooker(again, lastExecId, hasher);
        onlooker.events.set(events.get());
        onlooker.lastSeq = lastSeq;
        return begin(onlooker, sessionId);
    }

    private static Onlooker begin(Onlooker onlooker, String sessionId) throws IOException {
        onlooker.send("{'id':1,'method':'initialize','params':{'processId':null,'capabilities':{}}}");
        onlooker.send("{'method':'initialized','params':{}}");
        onlooker.send("{'id':2,'method':'sandbox/session/attach','params':{'sessionId':'" + sessionId + "','afterSeq':"
                + onlooker.lastSeq + "}}");
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

    /** Completes once it has been told as much as it reads. */
    CompletableFuture<Void> enough() {
        return enough;
    }

    /** How many events it has been told. */
    int events() {
        return events.get();
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
            byte[] body;
            while (!seen.isDone() && (body = Frames.read(in)) != null) {
                take(body);
                if (bytes >= mostBytes) {
                    pause();
                    mostBytes = Long.MAX_VALUE;
                    enough.complete(null);
                }
                gate.await();
                if (gone) {
                    return;
                }
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

    /** Reads no more of it than has to be: what is in it, others look at. */
    private void take(byte[] body) {
        String head = new String(body, 0, Math.min(HEAD, body.length), StandardCharsets.UTF_8);
        if (head.contains(EVENT)) {
            Matcher seq = SEQ.matcher(new String(body, StandardCharsets.UTF_8));
            if (seq.find()) {
                lastSeq = Long.parseLong(seq.group(1));
            }
            events.incrementAndGet();
            bytes += body.length;
            hasher.putBytes(body);
        }
        if (head.contains(EVENT + "closed\"")
                && parse(body)
                        .getAsJsonObject("params")
                        .get("execId")
                        .getAsString()
                        .equals(lastExecId)) {
            seen.complete(new Seen(events.get(), hasher.hash().toString()));
        } else if (head.contains("\"id\":2,")) {
            JsonObject answer = parse(body);
            if (answer.has("result")) {
                attached.complete(null);
            } else {
                throw new IllegalStateException("it could not attach: " + answer);
            }
        }
    }

    private static JsonObject parse(byte[] body) {
        return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    @Override
    public void close() throws IOException {
        resume();
        server.close();
    }
}
