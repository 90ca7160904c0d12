package dev.sandshell.rpc;

import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.Methods;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;

/**
 * Writes messages framed as LSP says. Owned by the writer thread. Bodies are put together in a buffer that is used again,
 * so that a long stream of output makes little garbage, and several small frames go out by one call of the stream.
 *
 * <p>Text output is the one message that is encoded by hand: Gson looks at each character and hands over each line, which
 * was three quarters of the writer's time under a flood. A test holds both encodings equal.
 */
final class FrameWriter {
    /** Enough to spare most of the calls; a client should not wait for more. */
    static final int BATCH = 32 * 1024;

    private static final int KEPT = 4 << 20;

    /** Room for the header in front of the body, which is not known before the body is. */
    private static final int HEADER = 40;

    private final OutputStream out;
    private final MessageJsonHandler json;
    private Utf8Buffer buffer = new Utf8Buffer();

    FrameWriter(OutputStream out, MessageJsonHandler json) {
        this.out = out;
        this.json = json;
    }

    /** Writes one message at once. */
    void write(Message message) throws IOException {
        append(message);
        flush();
    }

    /** Adds a message to what the next {@link #flush} writes; answers whether there is room for more. */
    boolean append(Message message) {
        int start = buffer.position();
        buffer.skip(HEADER);
        if (message instanceof NotificationMessage notification
                && notification.getParams() instanceof ExecOutputNotification output
                && notification.getMethod().equals(Methods.EXEC_OUTPUT)) {
            encode(output);
        } else {
            json.serialize(message, buffer);
        }
        int length = buffer.position() - start - HEADER;
        buffer.fill(start, HEADER, ("Content-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return buffer.position() < BATCH;
    }

    void flush() throws IOException {
        out.write(buffer.bytes(), 0, buffer.position());
        out.flush();
        buffer.clear();
        if (buffer.bytes().length > KEPT) {
            buffer = new Utf8Buffer();
        }
    }

    private void encode(ExecOutputNotification output) {
        buffer.ascii("{\"jsonrpc\":\"2.0\",\"method\":\"" + Methods.EXEC_OUTPUT + "\",\"params\":{\"sessionId\":");
        buffer.jsonString(output.sessionId());
        if (output.execId() != null) {
            buffer.ascii(",\"execId\":");
            buffer.jsonString(output.execId());
        }
        buffer.ascii(
                ",\"seq\":" + output.seq() + ",\"stream\":\"" + output.stream() + "\",\"offset\":" + output.offset());
        if (output.text() != null) {
            buffer.ascii(",\"text\":");
            buffer.jsonString(output.text());
        }
        if (output.dataBase64() != null) {
            buffer.ascii(",\"dataBase64\":\"");
            buffer.ascii(output.dataBase64());
            buffer.ascii("\"");
        }
        buffer.ascii("}}");
    }
}
