package dev.sandshell.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A client for tests that need more than a transcript: requests with ids of its own, and waits for messages in any order.
 * What is waited for is written as a pattern of {@link JsonPattern}, in JSON with single quotes. For one thread.
 */
final class Conversation {
    private final WireClient client;
    private final List<JsonObject> unclaimed = new ArrayList<>();
    private int lastId;

    private Conversation(WireClient client) {
        this.client = client;
    }

    /** A conversation past {@code initialize}. */
    static Conversation begin(WireClient client) {
        return begin(client, ProcessHandle.current().pid());
    }

    /** The same for a client that says which process it is. */
    static Conversation begin(WireClient client, long processId) {
        return begin(client, "{'processId':" + processId + ",'capabilities':{}}");
    }

    /** The same for a client that initializes in its own words. */
    static Conversation begin(WireClient client, String initialize) {
        Conversation conversation = new Conversation(client);
        conversation.call("initialize", initialize);
        conversation.tell("initialized", "{}");
        return conversation;
    }

    WireClient client() {
        return client;
    }

    void tell(String method, String params) {
        JsonObject message = new JsonObject();
        message.addProperty("method", method);
        message.add("params", json(params));
        client.send(message);
    }

    /** Sends a request and goes on; {@link #answer} has what comes of it. */
    int ask(String method, String params) {
        lastId++;
        JsonObject message = new JsonObject();
        message.addProperty("id", lastId);
        message.addProperty("method", method);
        message.add("params", json(params));
        client.send(message);
        return lastId;
    }

    /** The whole answer, result or error. */
    JsonObject answer(int id) {
        JsonPrimitive wanted = new JsonPrimitive(id);
        return await("the answer to " + id, message -> wanted.equals(message.get("id")) && !message.has("method"));
    }

    /** Sends a request and waits for its result; an error fails the test. */
    JsonObject call(String method, String params) {
        JsonObject answer = answer(ask(method, params));
        if (!(answer.get("result") instanceof JsonObject result)) {
            throw client.failure("a result was expected, got " + answer);
        }
        return result;
    }

    /** Runs a command in a session; a pattern says what its result must be like. */
    JsonObject exec(String sessionId, String command, String pattern) {
        JsonObject params = new JsonObject();
        params.addProperty("sessionId", sessionId);
        params.addProperty("command", command);
        JsonObject result = call("sandbox/exec", params.toString());
        expect(result, pattern);
        return result;
    }

    void expect(JsonElement actual, String pattern) {
        String difference = JsonPattern.mismatch(json(pattern), actual, new HashMap<>());
        if (difference != null) {
            throw client.failure(difference);
        }
    }

    /** The first message, come already or still to come, that matches; it is not found again. */
    JsonObject await(String pattern) {
        JsonElement wanted = json(pattern);
        return await(pattern, message -> JsonPattern.mismatch(wanted, message, new HashMap<>()) == null);
    }

    /** The messages among those taken so far that match; they are not found again. */
    List<JsonObject> come(String pattern) {
        JsonElement wanted = json(pattern);
        List<JsonObject> found = new ArrayList<>();
        unclaimed.removeIf(
                message -> JsonPattern.mismatch(wanted, message, new HashMap<>()) == null && found.add(message));
        return found;
    }

    private JsonObject await(String what, Predicate<JsonObject> isWanted) {
        for (Iterator<JsonObject> known = unclaimed.iterator(); known.hasNext(); ) {
            JsonObject message = known.next();
            if (isWanted.test(message)) {
                known.remove();
                return message;
            }
        }
        while (true) {
            JsonObject message = client.take();
            if (message == null) {
                throw client.failure("the stream ended before " + what);
            }
            if (isWanted.test(message)) {
                return message;
            }
            unclaimed.add(message);
        }
    }

    static JsonElement json(String lenient) {
        return JsonParser.parseString(lenient);
    }
}
