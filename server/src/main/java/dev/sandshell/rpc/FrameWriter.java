package dev.sandshell.rpc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;

/**
 * Writes messages framed as LSP says. Owned by whoever writes just now. Bodies are put together in a buffer that is used again,
 * so that a long stream of output makes little garbage, and several small frames go out by one call of the stream.
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
    private int written;

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
        if (!new FrequentMessages(buffer).encode(message)) {
            json.serialize(message, buffer);
        }
        int length = buffer.position() - start - HEADER;
        buffer.fill(start, HEADER, ("Content-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return buffer.position() < BATCH;
    }

    void flush() throws IOException {
        out.write(buffer.bytes(), written, buffer.position() - written);
        out.flush();
        clear();
    }

    /** Writes what was added if that can be done without waiting; answers whether a rest is left for {@link #flush}. */
    boolean flushPromptly(PromptOutput prompt) {
        written = prompt.write(buffer.bytes(), buffer.position());
        if (written < buffer.position()) {
            return true;
        }
        clear();
        return false;
    }

    private void clear() {
        written = 0;
        buffer.clear();
        if (buffer.bytes().length > KEPT) {
            buffer = new Utf8Buffer();
        }
    }
}
