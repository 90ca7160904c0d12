package dev.sandshell.rpc;

import com.google.common.collect.ImmutableSet;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes messages as JSON, and refuses what is none: values of another kind than the field is, in the parameters as
 * in what is around them. Any thread may call.
 */
final class StrictMessages extends MessageJsonHandler {
    /** What is around the parameters and has to be a string; LSP4J would take a number for one. */
    private static final ImmutableSet<String> STRINGS = ImmutableSet.of("$.jsonrpc", "$.method");

    StrictMessages(Map<String, JsonRpcMethod> methods) {
        // "<" and its like are as common in output as anything; escaping them would only make it longer.
        super(
                methods,
                gson -> gson.disableHtmlEscaping()
                        .setStrictness(Strictness.STRICT)
                        .registerTypeAdapterFactory(new StrictKinds()));
    }

    @Override
    public @Nullable Message parseMessage(Reader input) {
        JsonReader in = new StrictReader(input);
        Message message = getGson().fromJson(in, Message.class);
        try {
            if (message != null && in.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("there is text behind the message");
            }
        } catch (IOException e) {
            throw new JsonParseException(e);
        }
        if (message != null) {
            message.setJsonHandler(this);
        }
        return message;
    }

    private static final class StrictReader extends JsonReader {
        StrictReader(Reader in) {
            super(in);
        }

        @Override
        public String nextString() throws IOException {
            if (peek() == JsonToken.NUMBER && STRINGS.contains(getPath())) {
                throw new JsonSyntaxException("Expected STRING but was NUMBER at line 1 path " + getPath());
            }
            return super.nextString();
        }
    }
}
