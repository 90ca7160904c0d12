package dev.sandshell.rpc;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
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

    /** From so many characters on a message is encoded twice, and never as a whole: it can become six times as long. */
    private static final int LARGE = 1 << 20;

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

    /**
     * Adds a message to what the next {@link #flush} writes; answers whether there is room for more. A large message is
     * written at once, after what waits.
     */
    boolean append(Message message) throws IOException {
        if (MessageWeights.of(message) >= LARGE) {
            flush();
            writeLarge(message);
            return true;
        }
        int start = buffer.position();
        buffer.skip(HEADER);
        encode(message, buffer);
        int length = buffer.position() - start - HEADER;
        buffer.fill(start, HEADER, header(length));
        return buffer.position() < BATCH;
    }

    private static byte[] header(long length) {
        return ("Content-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private void encode(Message message, Utf8Buffer to) {
        if (!new FrequentMessages(to).encode(message)) {
            json.serialize(message, to);
        }
    }

    /** First to know its length, then to write it. */
    private void writeLarge(Message message) throws IOException {
        try {
            writeInPieces(message);
        } catch (UncheckedIOException e) {
            throw new IOException("the client has gone", e);
        }
    }

    private void writeInPieces(Message message) throws IOException {
        AtomicLong length = new AtomicLong();
        Utf8Buffer counting = new Utf8Buffer((bytes, count) -> length.addAndGet(count));
        encode(message, counting);
        counting.spillRest();
        out.write(header(length.get()));
        Utf8Buffer writing = new Utf8Buffer((bytes, count) -> out.write(bytes, 0, count));
        encode(message, writing);
        writing.spillRest();
        out.flush();
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
