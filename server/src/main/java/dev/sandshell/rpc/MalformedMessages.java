package dev.sandshell.rpc;

import com.google.common.base.Splitter;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the answer to a message that could not be read: whose it was, and what is wrong, in the words of the protocol
 * and not of the parser. Pure.
 */
final class MalformedMessages {
    private static final Pattern EXPECTED =
            Pattern.compile("Expected (?:an? )?(.+?) but was (\\S+) at line .* path (\\S+)", Pattern.DOTALL);

    private MalformedMessages() {}

    /**
     * The answer, or null where it was a notification, which gets none.
     *
     * @param failure what the parser said
     */
    static @Nullable ResponseMessage answer(String body, Throwable failure) {
        JsonElement tree;
        try {
            tree = parse(body);
        } catch (JsonParseException | IOException | StackOverflowError e) {
            return response(null, RpcErrors.parseError("the message is not valid JSON"));
        }
        if (tree.isJsonArray()) {
            return response(
                    null, RpcErrors.invalidRequest("batches are not part of LSP; send the messages one by one"));
        }
        if (!tree.isJsonObject()) {
            return response(null, RpcErrors.invalidRequest("a message must be a JSON object"));
        }
        JsonObject message = tree.getAsJsonObject();
        if (!message.has("method") && (message.has("result") || message.has("error"))) {
            // Of an answer nobody is told, or two sides that do not understand each other would never stop.
            return null;
        }
        Either<String, Number> id = idOf(message.get("id"));
        if (message.has("id") && id == null) {
            return response(null, RpcErrors.invalidRequest("id must be a string or a 32-bit integer"));
        }
        JsonElement method = message.get("method");
        if (method == null) {
            return id == null ? response(null, RpcErrors.invalidRequest("method is required")) : null;
        }
        if (kindOf(method) != JsonToken.STRING) {
            return response(id, mustBeString("method", method));
        }
        JsonElement version = message.get("jsonrpc");
        if (id != null && version != null && kindOf(version) != JsonToken.STRING) {
            return response(id, mustBeString("jsonrpc", version));
        }
        return id == null ? null : response(id, RpcErrors.invalidParams(describe(failure, message.get("params"))));
    }

    private static ResponseError mustBeString(String field, JsonElement value) {
        return RpcErrors.invalidRequest(
                field + " must be a string, got " + kind(kindOf(value).name()));
    }

    /** The answer to a message of another version than ours, or null where it gets none. */
    static @Nullable ResponseMessage answerToVersion(Message message) {
        return message instanceof RequestMessage request
                ? response(
                        request.getRawId(),
                        RpcErrors.invalidRequest("jsonrpc must be \"2.0\", got \"" + message.getJsonrpc() + "\""))
                : null;
    }

    private static JsonElement parse(String body) throws IOException {
        JsonReader in = new JsonReader(new StringReader(body));
        in.setStrictness(Strictness.STRICT);
        JsonElement tree = JsonParser.parseReader(in);
        if (in.peek() != JsonToken.END_DOCUMENT) {
            throw new JsonParseException("there is text behind the message");
        }
        return tree;
    }

    static ResponseMessage response(@Nullable Either<String, Number> id, ResponseError error) {
        ResponseMessage response = new ResponseMessage();
        if (id != null) {
            response.setRawId(id);
        }
        response.setError(error);
        return response;
    }

    private static @Nullable Either<String, Number> idOf(@Nullable JsonElement id) {
        if (id == null || !id.isJsonPrimitive()) {
            return null;
        }
        if (id.getAsJsonPrimitive().isString()) {
            return Either.forLeft(id.getAsString());
        }
        try {
            return id.getAsJsonPrimitive().isNumber() ? Either.forRight(Integer.valueOf(id.getAsString())) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** "timeoutMs must be an integer, got a string", from whatever the parser said about a path and a token. */
    private static String describe(Throwable failure, @Nullable JsonElement params) {
        Throwable first = failure;
        if (failure instanceof MessageIssueException several
                && !several.getIssues().isEmpty()) {
            // LSP4J collects what went wrong and goes on to the end of the message.
            first = several.getIssues().get(0).getCause();
        }
        for (Throwable cause = first; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            Matcher matcher = EXPECTED.matcher(said);
            if (matcher.find()) {
                String field = matcher.group(3).replaceFirst("^\\$(\\.params)?\\.?", "");
                return name(field, matcher.group(2), params) + " must be " + kind(matcher.group(1)) + ", got "
                        + kind(matcher.group(2));
            }
            if (cause instanceof NumberFormatException) {
                return numberField(said, params) + " must be a number, got a string";
            }
            Matcher number = Pattern.compile("path (\\$\\S*)").matcher(said);
            if (cause instanceof JsonParseException && number.find()) {
                String field = number.group(1).replaceFirst("^\\$(\\.params)?\\.?", "");
                return (field.isEmpty() ? "params" : field) + " has a value of the wrong kind";
            }
        }
        return "params do not fit the method";
    }

    /** The parser does not say where a text stood that is no number, but it says the text. */
    private static String numberField(String said, @Nullable JsonElement params) {
        if (params instanceof JsonObject fields) {
            for (Map.Entry<String, JsonElement> field : fields.entrySet()) {
                if (field.getValue() instanceof JsonPrimitive value
                        && value.isString()
                        && said.contains("\"" + value.getAsString() + "\"")) {
                    return field.getKey();
                }
            }
        }
        return "a field of params";
    }

    private static String name(String field, String found, @Nullable JsonElement params) {
        if (field.isEmpty()) {
            return "params";
        }
        if (!field.endsWith(".")) {
            return field;
        }
        // The parser forgets the key of a map while it reads the value; it was the first of the kind that it found.
        String map = field.substring(0, field.length() - 1);
        JsonElement values = params;
        for (String name : Splitter.on('.').split(map)) {
            values = values instanceof JsonObject fields ? fields.get(name) : null;
        }
        if (values instanceof JsonObject fields) {
            for (Map.Entry<String, JsonElement> value : fields.entrySet()) {
                if (kindOf(value.getValue()).name().equals(found)) {
                    return field + value.getKey();
                }
            }
        }
        return "a value of " + map;
    }

    /** What the parser calls this kind of value. */
    private static JsonToken kindOf(JsonElement value) {
        if (value instanceof JsonPrimitive primitive) {
            return primitive.isString()
                    ? JsonToken.STRING
                    : primitive.isNumber() ? JsonToken.NUMBER : JsonToken.BOOLEAN;
        }
        return value.isJsonNull()
                ? JsonToken.NULL
                : value.isJsonArray() ? JsonToken.BEGIN_ARRAY : JsonToken.BEGIN_OBJECT;
    }

    private static String kind(String token) {
        return switch (token) {
            case "BEGIN_OBJECT" -> "an object";
            case "BEGIN_ARRAY" -> "an array";
            case "STRING", "string" -> "a string";
            case "NUMBER" -> "a number";
            case "INTEGER", "long" -> "an integer of at most 64 bits";
            case "SHORT", "int" -> "an integer of at most 32 bits";
            case "BOOLEAN", "boolean" -> "a boolean";
            case "NULL" -> "null";
            default -> token;
        };
    }
}
