package dev.sandshell.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.sandshell.conformance.Transcript.Kind;
import dev.sandshell.conformance.Transcript.Step;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plays a transcript's client side and holds the server to the other. For one transcript, once, on one thread. */
final class TranscriptPlayer {
    private final Transcript transcript;
    private final WireClient client;
    private final Map<String, JsonElement> bindings = new HashMap<>();
    private final List<JsonObject> history = new ArrayList<>();

    TranscriptPlayer(Transcript transcript, WireClient client, Map<String, String> given) {
        this.transcript = transcript;
        this.client = client;
        given.forEach((name, value) -> bindings.put(name, new JsonPrimitive(value)));
    }

    void play() throws InterruptedException {
        if (!transcript.isBare()) {
            initialize();
        }
        List<Step> steps = transcript.steps();
        int i = 0;
        while (i < steps.size()) {
            Step step = steps.get(i);
            if (step.kind() == Kind.ANY_ORDER) {
                List<Step> together = new ArrayList<>();
                while (i < steps.size() && steps.get(i).kind() == Kind.ANY_ORDER) {
                    together.add(steps.get(i));
                    i++;
                }
                expectAll(together);
            } else {
                perform(step);
                i++;
            }
        }
        if (!transcript.isBare()) {
            shutDown();
        }
    }

    private void initialize() {
        JsonObject params = new JsonObject();
        params.add("processId", JsonNull.INSTANCE);
        params.add("capabilities", transcript.capabilities());
        client.send(message("player-initialize", "initialize", params));
        answerTo("player-initialize");
        client.send(message(null, "initialized", new JsonObject()));
    }

    private void shutDown() throws InterruptedException {
        client.send(message("player-shutdown", "shutdown", null));
        answerTo("player-shutdown");
        client.send(message(null, "exit", null));
        expectExit(0);
    }

    private void answerTo(String id) {
        JsonObject message;
        do {
            message = takeAny("the answer to " + id);
        } while (!message.has("id") || !message.get("id").equals(new JsonPrimitive(id)));
        if (message.has("error")) {
            throw client.failure("no error was expected: " + message);
        }
    }

    private static JsonObject message(@Nullable String id, String method, @Nullable JsonObject params) {
        JsonObject message = new JsonObject();
        if (id != null) {
            message.addProperty("id", id);
        }
        message.addProperty("method", method);
        if (params != null) {
            message.add("params", params);
        }
        return message;
    }

    private void perform(Step step) throws InterruptedException {
        switch (step.kind()) {
            case SEND -> client.send(JsonPattern.fill(step.value(), bindings).getAsJsonObject());
            case SEND_FRAME -> client.sendBody(step.value().getAsString());
            case SEND_RAW -> sendRaw(step);
            case SEND_EOF -> client.closeInput();
            case NEXT -> expectNext(step, true);
            case STRICT -> expectNext(step, false);
            case EVENTUALLY -> expectAll(List.of(step));
            case NEVER -> expectNever(step);
            case OUTPUT -> expectOutput(step);
            case END -> expectEnd(step);
            case EXIT -> expectExit(step.value().getAsInt());
            case ANY_ORDER -> throw new IllegalStateException("performed in groups");
        }
    }

    private void sendRaw(Step step) {
        byte[] once = step.value().getAsString().getBytes(StandardCharsets.ISO_8859_1);
        int count = step.values().size() > 1 ? step.values().get(0).getAsInt() : 1;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            all.writeBytes(once);
        }
        client.sendBytes(all.toByteArray());
    }

    private void expectNext(Step step, boolean skipsNotifications) {
        JsonElement wanted = step.value().getAsJsonObject().get("method");
        JsonObject message = takeAny(at(step));
        while (skipsNotifications
                && !message.has("id")
                && message.has("method")
                && !message.get("method").equals(wanted)) {
            message = takeAny(at(step));
        }
        String difference = JsonPattern.mismatch(step.value(), message, bindings);
        if (difference != null) {
            throw client.failure(at(step) + "\n" + difference);
        }
    }

    /** Reads until each has been met by a message of its own; the others are passed over. */
    private void expectAll(List<Step> steps) {
        List<Step> open = new ArrayList<>(steps);
        String wanted = at(steps.get(0));
        String lastDifference = "";
        while (!open.isEmpty()) {
            JsonObject message = takeAny(wanted + lastDifference);
            for (Step step : open) {
                String difference = JsonPattern.mismatch(step.value(), message, bindings);
                if (difference == null) {
                    open.remove(step);
                    break;
                }
                lastDifference = "\nthe last that came did not match: " + difference;
            }
        }
    }

    private void expectNever(Step step) {
        for (JsonObject message : history) {
            if (JsonPattern.mismatch(step.value(), message, new HashMap<>(bindings)) == null) {
                throw client.failure(at(step) + "\nbut it came: " + Visible.line(message.toString()));
            }
        }
    }

    private void expectOutput(Step step) {
        JsonObject pattern = step.value().getAsJsonObject();
        JsonElement execId = JsonPattern.fill(pattern.get("execId"), bindings);
        JsonObject actual = new JsonObject();
        actual.add("execId", execId);
        for (String stream : List.of("stdout", "stderr", "terminal")) {
            StringBuilder text = new StringBuilder();
            for (JsonObject message : history) {
                JsonObject chunk = chunkOf(message);
                if (execId.equals(chunk.get("execId"))
                        && chunk.has("text")
                        && chunk.get("stream").getAsString().equals(stream)) {
                    text.append(chunk.get("text").getAsString());
                }
            }
            actual.addProperty(stream, text.toString());
        }
        String difference = JsonPattern.mismatch(pattern, actual, bindings);
        if (difference != null) {
            throw client.failure(at(step) + "\n" + difference);
        }
    }

    /** What an output notification or a partial result says; something without text where it is neither. */
    private static JsonObject chunkOf(JsonObject message) {
        JsonObject params = message.get("params") instanceof JsonObject object ? object : new JsonObject();
        return params.get("value") instanceof JsonObject value ? value : params;
    }

    private void expectEnd(Step step) {
        JsonObject message;
        do {
            message = client.take();
        } while (message != null && !message.has("id"));
        if (message != null) {
            throw client.failure(at(step) + "\nbut a message came: " + Visible.line(message.toString()));
        }
    }

    private void expectExit(int code) throws InterruptedException {
        int actual = client.server().exitCode(client.deadline());
        if (actual != code) {
            throw client.failure("exit code " + code + " was expected, got " + actual);
        }
    }

    private JsonObject takeAny(String wanted) {
        JsonObject message;
        try {
            message = client.take();
        } catch (AssertionError e) {
            throw new AssertionError("waiting for " + wanted + "\n" + e.getMessage(), e);
        }
        if (message == null) {
            throw client.failure("the stream ended before " + wanted);
        }
        history.add(message);
        return message;
    }

    private String at(Step step) {
        return transcript.name() + ".txt:" + step.line() + ": " + step.source();
    }
}
