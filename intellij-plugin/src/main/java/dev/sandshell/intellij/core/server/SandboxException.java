package dev.sandshell.intellij.core.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.jspecify.annotations.Nullable;

/** The server did not do what was asked, or is not there to do it; the message is for a person. */
public final class SandboxException extends IOException {
    private static final long serialVersionUID = 1;

    /** The protocol's code of a call that was cancelled. */
    private static final int CANCELLED = -32_800;

    private final int code;
    private final transient @Nullable JsonElement data;

    private SandboxException(String message, int code, @Nullable JsonElement data, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.data = data;
    }

    /** There is no answer, for this reason. */
    public static SandboxException of(String message) {
        return new SandboxException(message, 0, null, null);
    }

    /** It was cancelled before the server had heard of it. */
    public static SandboxException cancelled() {
        return new SandboxException("cancelled", CANCELLED, null, null);
    }

    /** What LSP4J makes of an answer that is an error, or of streams that have ended. */
    static SandboxException of(Throwable failure) {
        Throwable cause = Failures.causeOf(failure);
        if (cause instanceof SandboxException known) {
            return known;
        }
        if (cause instanceof ResponseErrorException answer) {
            ResponseError error = answer.getResponseError();
            JsonElement data = error.getData() instanceof JsonElement json ? json : null;
            return new SandboxException(error.getMessage(), error.getCode(), data, cause);
        }
        return new SandboxException("The server does not listen: " + Failures.messageOf(cause), 0, null, cause);
    }

    /** The server's error code, or 0 where there was no answer. */
    public int code() {
        return code;
    }

    /** Why the server refused, such as {@code SESSION_BUSY}, where that is what the error is. */
    public @Nullable String refusal() {
        return data instanceof JsonObject object && object.get("code") instanceof JsonPrimitive reason
                ? reason.getAsString()
                : null;
    }

    /** Whether it was refused for this reason. */
    public boolean is(String reason) {
        return reason.equals(refusal());
    }

    /** Whether it was cancelled, and has stopped. */
    public boolean isCancelled() {
        return code == CANCELLED;
    }

    /** What the error says beyond its message. */
    public @Nullable JsonElement data() {
        return data;
    }
}
