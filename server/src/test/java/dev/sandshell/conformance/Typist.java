package dev.sandshell.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A person at the terminal of a session: types in pieces, of any length and at any moment, and reads what is shown. For
 * one thread; the client is attached, and nobody else takes its messages.
 */
final class Typist {
    private static final int[] PIECES = {1, 2, 3, 50};
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final Conversation talk;
    private final String sessionId;
    private final Random random;
    private final StringBuilder screen = new StringBuilder();

    Typist(Conversation talk, String sessionId, Random random) {
        this.talk = talk;
        this.sessionId = sessionId;
        this.random = random;
    }

    void type(String keys) {
        int from = 0;
        while (from < keys.length()) {
            int to = Math.min(keys.length(), from + PIECES[random.nextInt(PIECES.length)]);
            JsonObject params = new JsonObject();
            params.addProperty("sessionId", sessionId);
            params.addProperty("text", keys.substring(from, to));
            readUpToAnswer(talk.ask("sandbox/session/input", params.toString()));
            pause();
            from = to;
        }
    }

    /** A moment's thought, or none. */
    void pause() {
        if (random.nextBoolean()) {
            LockSupport.parkNanos((long) (random.nextDouble() * LONGEST_PAUSE));
        }
    }

    /** Reads until the terminal has shown this since the client came. */
    void see(String text) {
        while (screen.indexOf(text) < 0) {
            read();
        }
    }

    /** All that the terminal has shown since the client came, as far as it was read. */
    String screen() {
        return screen.toString();
    }

    private void readUpToAnswer(int id) {
        JsonPrimitive wanted = new JsonPrimitive(id);
        JsonObject message = read();
        while (!wanted.equals(message.get("id")) || message.has("method")) {
            message = read();
        }
        if (!message.has("result")) {
            throw talk.client().failure("the keys were not taken: " + message);
        }
    }

    private JsonObject read() {
        JsonObject message = talk.client().take();
        if (message == null) {
            throw talk.client().failure("the stream ended while a person looked on");
        }
        JsonElement method = message.get("method");
        if (method != null && method.getAsString().equals("sandbox/exec/output")) {
            JsonObject output = message.getAsJsonObject("params");
            JsonElement execId = output.get("execId");
            if (execId == null || execId.equals(JsonNull.INSTANCE)) {
                screen.append(output.get("text").getAsString());
            }
        }
        return message;
    }
}
