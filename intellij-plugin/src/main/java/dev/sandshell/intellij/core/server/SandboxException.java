package dev.sandshell.intellij.core.server;

import com.google.gson.JsonElement;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The server did not do what was asked, or is not there to do it; the message is for a person. */
public final class SandboxException extends IOException {
    private static final long serialVersionUID = 1;

    /** The protocol's code of a call that was cancelled. */
    private static final int CANCELLED = -32_800;

    private final int code;
    private final @Nullable String refusal;
    private final transient @Nullable JsonElement data;

    public SandboxException(
            String message, int code, @Nullable String refusal, @Nullable JsonElement data, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.refusal = refusal;
        this.data = data;
    }

    /** The server's error code, or 0 where there was no answer. */
    public int code() {
        return code;
    }

    /** Why the server refused, such as {@code SESSION_BUSY}, where that is what the error is. */
    public @Nullable String refusal() {
        return refusal;
    }

    /** Whether it was refused for this reason. */
    public boolean is(String reason) {
        return reason.equals(refusal);
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
