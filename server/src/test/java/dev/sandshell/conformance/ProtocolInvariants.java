package dev.sandshell.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every message to a client, whatever a test is about: events of a session are numbered without a gap,
 * offsets of a stream without a gap, {@code exited} comes once and before {@code closed}, nothing comes after that, and
 * no answer is an internal error. Remembers the pids of the shells that it was told of.
 */
final class ProtocolInvariants {
    private static final int INTERNAL_ERROR = -32603;

    private final Map<String, Long> lastSeq = new HashMap<>();
    private final Map<String, Long> nextOffset = new HashMap<>();
    private final Set<String> exited = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<Long> shells = new HashSet<>();

    /** Commands whose start has been told since the client has attached; of others it may know just the end. */
    private final Set<String> started = new HashSet<>();

    /** Sessions of which the client may be told only in part, since it is not attached. */
    private final Set<String> inPart = new HashSet<>();

    /** Takes note of what the client asks for. */
    void sent(JsonObject message) {
        if (message.has("method")
                && message.get("method").getAsString().equals("sandbox/session/detach")
                && message.get("params") instanceof JsonObject params
                && params.has("sessionId")) {
            inPart.add(params.get("sessionId").getAsString());
        }
    }

    Set<Long> shells() {
        return shells;
    }

    /** How many bytes of a stream have come, where its text leaves no doubt. */
    long bytesOf(String execId, String stream) {
        return nextOffset.getOrDefault(execId + "/" + stream, 0L);
    }

    /** What is wrong with a message, or null. */
    @Nullable
    String check(JsonObject message) {
        if (!message.has("jsonrpc") || !message.get("jsonrpc").getAsString().equals("2.0")) {
            return "a message without jsonrpc: \"2.0\"";
        }
        if (message.has("error")) {
            JsonObject error = message.getAsJsonObject("error");
            return error.get("code").getAsInt() == INTERNAL_ERROR ? "an internal error: " + error : null;
        }
        noteShell(message.get("result"));
        noteReplay(message.get("result"));
        noteShell(message.get("params"));
        if (!message.has("method") || !(message.get("params") instanceof JsonObject params)) {
            return null;
        }
        String method = message.get("method").getAsString();
        if (method.equals("$/progress") && params.get("value") instanceof JsonObject value && value.has("seq")) {
            return event("sandbox/exec/output", value);
        }
        return method.startsWith("sandbox/exec/") ? event(method, params) : null;
    }

    private void noteShell(@Nullable JsonElement holder) {
        if (holder instanceof JsonObject object
                && object.get("session") instanceof JsonObject session
                && session.has("pid")
                && session.get("pid").getAsLong() > 0) {
            shells.add(session.get("pid").getAsLong());
        }
    }

    /** The answer to an attach: events go on at the number that it says, some of them for the second time. */
    private void noteReplay(@Nullable JsonElement result) {
        if (result instanceof JsonObject object
                && object.has("replayedFromSeq")
                && object.get("session") instanceof JsonObject session) {
            String sessionId = session.get("sessionId").getAsString();
            lastSeq.put(sessionId, object.get("replayedFromSeq").getAsLong() - 1);
            inPart.remove(sessionId);
            started.clear();
            exited.clear();
            closed.clear();
            nextOffset.clear();
        }
    }

    /** Output that a call does not have streamed takes numbers of its session, too. */
    void allowGaps(String sessionId) {
        inPart.add(sessionId);
    }

    private @Nullable String event(String method, JsonObject params) {
        String sessionId = params.get("sessionId").getAsString();
        long seq = params.get("seq").getAsLong();
        Long before = lastSeq.put(sessionId, seq);
        // A session that was deleted and made again counts from 1 again.
        if (before == null && seq != 1) {
            inPart.add(sessionId);
        }
        if (before != null && seq != 1 && (inPart.contains(sessionId) ? seq <= before : seq != before + 1)) {
            return "seq " + seq + " of session " + sessionId + " follows " + before;
        }
        if (!params.has("execId") || params.get("execId").isJsonNull()) {
            return null;
        }
        String execId = params.get("execId").getAsString();
        if (method.equals("sandbox/exec/started")) {
            started.add(execId);
            exited.remove(execId);
            closed.remove(execId);
            nextOffset.keySet().removeIf(key -> key.startsWith(execId + "/"));
        }
        if (closed.contains(execId)) {
            return method + " after closed of " + execId;
        }
        return switch (method) {
            case "sandbox/exec/exited" -> exited.add(execId) ? null : "exited twice: " + execId;
            case "sandbox/exec/closed" ->
                !exited.contains(execId) && started.contains(execId)
                        ? "closed before exited: " + execId
                        : closed.add(execId) ? null : "closed twice: " + execId;
            case "sandbox/exec/output" -> output(execId, params);
            default -> null;
        };
    }

    private @Nullable String output(String execId, JsonObject params) {
        String stream = execId + "/" + params.get("stream").getAsString();
        long offset = params.get("offset").getAsLong();
        Long expected = nextOffset.get(stream);
        if (expected != null && expected >= 0 && offset != expected) {
            return "offset " + offset + " of " + stream + " where " + expected + " was expected";
        }
        if (params.has("dataBase64")) {
            int length = Base64.getDecoder().decode(params.get("dataBase64").getAsString()).length;
            nextOffset.put(stream, offset + length);
        } else {
            String text = params.get("text").getAsString();
            // How many bytes a replacement character stood for is not known.
            nextOffset.put(
                    stream, text.indexOf('\ufffd') >= 0 ? -1 : offset + text.getBytes(StandardCharsets.UTF_8).length);
        }
        return null;
    }
}
