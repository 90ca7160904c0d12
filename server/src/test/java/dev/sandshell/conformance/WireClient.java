package dev.sandshell.conformance;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client down to its bytes. The test's thread sends and takes; a thread of its own reads ahead, unless
 * {@link #pauseReading} stops it. Every message that is taken is held against {@link ProtocolInvariants}. Remembers the
 * last lines of the dialogue for {@link #failure}.
 */
final class WireClient implements AutoCloseable {
    private static final int REMEMBERED = 300;

    private record Received(
            @Nullable JsonObject message, @Nullable String complaint) {}

    private final ServerUnderTest server;
    private final Deadline deadline;
    private final ProtocolInvariants invariants = new ProtocolInvariants();
    private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Deque<String> dialogue = new ArrayDeque<>();
    private final Object gate = new Object();
    private final Thread reader;
    private boolean isPaused;
    private boolean isEnded;

    WireClient(ServerUnderTest server, Deadline deadline) {
        this.server = server;
        this.deadline = deadline;
        this.reader = new Thread(this::read, "client-reader");
        reader.setDaemon(true);
        reader.start();
    }

    ServerUnderTest server() {
        return server;
    }

    Deadline deadline() {
        return deadline;
    }

    ProtocolInvariants invariants() {
        return invariants;
    }

    // ---- sending

    void send(JsonObject message) {
        invariants.sent(message);
        JsonObject whole = message.deepCopy();
        whole.addProperty("jsonrpc", "2.0");
        remember("> " + Visible.line(message.toString()));
        write(Frames.framed(whole.toString()));
    }

    /** Sends any text as the body of a well-formed frame. */
    void sendBody(String body) {
        remember(">frame " + Visible.line(body));
        write(Frames.framed(body));
    }

    void sendBytes(byte[] bytes) {
        remember(">raw " + Visible.bytes(bytes));
        write(bytes);
    }

    void closeInput() {
        remember(">eof");
        try {
            server.input().close();
        } catch (IOException e) {
            throw failure("the server's input could not be closed: " + e);
        }
    }

    private void write(byte[] bytes) {
        try {
            server.input().write(bytes);
            server.input().flush();
        } catch (IOException e) {
            throw failure("the server does not take input any more: " + e);
        }
    }

    // ---- receiving

    /** The next message, or null at the end of the stream. */
    @Nullable
    JsonObject take() {
        if (isEnded) {
            return null;
        }
        Received next;
        try {
            next = received.poll(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("the test was interrupted");
        }
        if (next == null) {
            AssertionError late = failure("no message came before the test's deadline");
            throw new AssertionError(late.getMessage() + "---- all threads\n" + Deadline.threadDump());
        }
        JsonObject message = next.message();
        String complaint = next.complaint();
        if (complaint != null) {
            throw failure(complaint);
        }
        if (message == null) {
            isEnded = true;
            remember("<eof");
            return null;
        }
        remember("< " + Visible.line(message.toString()));
        String broken = invariants.check(message);
        if (broken != null) {
            throw failure(broken);
        }
        return message;
    }

    /** The client reads nothing more, once what it is reading has come. */
    void pauseReading() {
        remember("(stops reading)");
        synchronized (gate) {
            isPaused = true;
        }
    }

    void resumeReading() {
        remember("(reads again)");
        synchronized (gate) {
            isPaused = false;
            gate.notifyAll();
        }
    }

    private void read() {
        try (BufferedInputStream in = new BufferedInputStream(server.output())) {
            JsonObject message;
            while ((message = readFrame(in)) != null) {
                received.add(new Received(message, null));
            }
            received.add(new Received(null, null));
        } catch (IOException e) {
            // The stream was closed under us, as happens at the end of a test or of a process.
            received.add(new Received(null, null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            received.add(new Received(null, "the server sent no protocol: " + e.getMessage()));
        }
    }

    private @Nullable JsonObject readFrame(InputStream in) throws IOException, InterruptedException {
        synchronized (gate) {
            while (isPaused) {
                gate.wait();
            }
        }
        byte[] body = Frames.read(in);
        return body == null
                ? null
                : JsonParser.parseString(new String(body, StandardCharsets.UTF_8))
                        .getAsJsonObject();
    }

    // ---- failing

    private void remember(String line) {
        dialogue.add(line);
        if (dialogue.size() > REMEMBERED) {
            dialogue.remove();
        }
    }

    /** An error that shows the dialogue so far, the state of the server and what it said last. */
    AssertionError failure(String why) {
        return new AssertionError(why + "\n---- the dialogue so far\n" + String.join("\n", dialogue)
                + "\n---- the server: " + server.status() + "\n---- its stderr\n" + Visible.tail(server.stderr()));
    }

    @Override
    public void close() throws IOException {
        resumeReading();
        server.close();
        try {
            reader.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.output().close();
    }
}
