package dev.sandshell.rpc;

import dev.sandshell.protocol.ExecClosedNotification;
import dev.sandshell.protocol.ExecExitedNotification;
import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.ExecStartedNotification;
import dev.sandshell.protocol.Methods;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.jspecify.annotations.Nullable;

/**
 * The messages that every command causes, encoded by hand: Gson looks at each character, and finds the fields of each
 * record anew, which was three quarters of the writing under a flood and half of it for a short command. A test holds both
 * encodings equal. Owned by whoever owns the buffer.
 */
final class FrequentMessages {
    private final Utf8Buffer buffer;

    FrequentMessages(Utf8Buffer buffer) {
        this.buffer = buffer;
    }

    /** Encodes the message where it is one of those; answers whether it was. */
    boolean encode(Message message) {
        if (message instanceof NotificationMessage notification) {
            return notice(notification.getMethod(), notification.getParams());
        }
        return message instanceof ResponseMessage response
                && response.getError() == null
                && response.getResult() instanceof ExecResult result
                && answer(response.getRawId(), result);
    }

    private boolean notice(String method, @Nullable Object params) {
        // A chunk can also be a value of "$/progress".
        if (params instanceof ExecOutputNotification output && method.equals(Methods.EXEC_OUTPUT)) {
            begin(method, output.sessionId());
            orNull("execId", output.execId());
            field("seq", output.seq());
            field("stream", output.stream());
            field("offset", output.offset());
            optional("text", output.text());
            base64("dataBase64", output.dataBase64());
            optional("terminalText", output.terminalText());
        } else if (params instanceof ExecStartedNotification started) {
            begin(method, started.sessionId());
            field("execId", started.execId());
            field("command", started.command());
            field("cwd", started.cwd());
            field("startedAtMs", started.startedAtMs());
            field("background", started.background());
            field("seq", started.seq());
            optional("terminalText", started.terminalText());
        } else if (params instanceof ExecExitedNotification exited) {
            begin(method, exited.sessionId());
            field("execId", exited.execId());
            outcome(exited.exitCode(), exited.signal());
            field("timedOut", exited.timedOut());
            field("shellExited", exited.shellExited());
            field("stateRestored", exited.stateRestored());
            field("stdoutBytes", exited.stdoutBytes());
            field("stderrBytes", exited.stderrBytes());
            field("startedAtMs", exited.startedAtMs());
            field("durationMs", exited.durationMs());
            field("cwd", exited.cwd());
            field("seq", exited.seq());
            optional("terminalText", exited.terminalText());
        } else if (params instanceof ExecClosedNotification closed) {
            begin(method, closed.sessionId());
            field("execId", closed.execId());
            field("seq", closed.seq());
            optional("terminalText", closed.terminalText());
        } else {
            return false;
        }
        buffer.ascii("}}");
        return true;
    }

    private boolean answer(@Nullable Either<String, Number> id, ExecResult result) {
        if (id == null || (id.isRight() && !(id.getRight() instanceof Integer || id.getRight() instanceof Long))) {
            return false;
        }
        buffer.ascii("{\"jsonrpc\":\"2.0\",\"id\":");
        if (id.isLeft()) {
            buffer.jsonString(id.getLeft());
        } else {
            buffer.ascii(id.getRight().toString());
        }
        buffer.ascii(",\"result\":{\"sessionId\":");
        buffer.jsonString(result.sessionId());
        field("execId", result.execId());
        outcome(result.exitCode(), result.signal());
        field("timedOut", result.timedOut());
        field("shellExited", result.shellExited());
        field("stateRestored", result.stateRestored());
        optional("stdout", result.stdout());
        optional("stderr", result.stderr());
        base64("stdoutBase64", result.stdoutBase64());
        base64("stderrBase64", result.stderrBase64());
        field("stdoutBytes", result.stdoutBytes());
        field("stderrBytes", result.stderrBytes());
        field("stdoutTruncated", result.stdoutTruncated());
        field("stderrTruncated", result.stderrTruncated());
        field("startedAtMs", result.startedAtMs());
        field("durationMs", result.durationMs());
        field("cwd", result.cwd());
        buffer.ascii("}}");
        return true;
    }

    private void begin(String method, String sessionId) {
        buffer.ascii("{\"jsonrpc\":\"2.0\",\"method\":\"");
        buffer.ascii(method);
        buffer.ascii("\",\"params\":{\"sessionId\":");
        buffer.jsonString(sessionId);
    }

    private void outcome(@Nullable Integer exitCode, @Nullable String signal) {
        name("exitCode");
        buffer.ascii(String.valueOf(exitCode));
        orNull("signal", signal);
    }

    private void orNull(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            buffer.ascii("null");
        } else {
            buffer.jsonString(value);
        }
    }

    private void field(String name, String value) {
        name(name);
        buffer.jsonString(value);
    }

    private void optional(String name, @Nullable String value) {
        if (value != null) {
            field(name, value);
        }
    }

    /** Its characters need no escaping, and there can be many. */
    private void base64(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            buffer.ascii("\"");
            buffer.ascii(value);
            buffer.ascii("\"");
        }
    }

    private void field(String name, long value) {
        name(name);
        buffer.ascii(Long.toString(value));
    }

    private void field(String name, boolean value) {
        name(name);
        buffer.ascii(value ? "true" : "false");
    }

    private void name(String name) {
        buffer.ascii(",\"");
        buffer.ascii(name);
        buffer.ascii("\":");
    }
}
