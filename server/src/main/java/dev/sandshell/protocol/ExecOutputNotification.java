package dev.sandshell.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * {@code sandbox/exec/output}: a piece of a stream, as text or as base64.
 *
 * @param terminalText what a terminal that shows the session is sent because of it, where the client wants to know that
 *     and it is not just the text
 */
public record ExecOutputNotification(
        @Required String sessionId,

        @JsonAdapter(value = ExplicitNull.class, nullSafe = false) @Nullable
        String execId,

        long seq,
        @Required String stream,
        long offset,
        @Nullable String text,
        @Nullable String dataBase64,
        @Nullable String terminalText) {
    /** What was printed: the text in UTF-8, or what the base64 stands for. */
    public byte[] bytes() {
        if (dataBase64 != null) {
            return Base64.getDecoder().decode(dataBase64);
        }
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
